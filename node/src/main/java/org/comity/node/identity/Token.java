package org.comity.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a program shows instead of a person's two factors. The token itself is shown once and not kept.
 *
 * @param begins its first letters, by which the holder knows it
 */
public record Token(
        UUID id,
        PersonId holder,
        String name,
        String begins,
        Set<Scope> scopes,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** By the alphabet. */
    public List<String> scopesAsText() {
        return scopes.stream().map(Scope::toString).sorted().toList();
    }
}

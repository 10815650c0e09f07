package org.comity.node.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.identity.Scope.Verb;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens for programs: a person makes them for their own programs, an administrator for a machine. A token can do what its
 * holder may do and its scopes name, whichever is less.
 */
@Service
public class HoldingTokens {

    public static final int LONGEST_DAYS = 366;

    /** So that whoever finds one in a file knows what it opens. */
    private static final String BEGINNING = "comity_";

    private static final int TOKEN_BYTES = 32;
    private static final int SHOWN = BEGINNING.length() + 6;

    private final Tokens tokens;
    private final People people;
    private final List<ApiArea> areas;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HoldingTokens(
            Tokens tokens,
            People people,
            List<ApiArea> areas,
            ApplicationEventPublisher events,
            @WallClock Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.areas = List.copyOf(areas);
        this.events = events;
        this.clock = clock;
    }

    /** @param secret what the program sends; it can't be shown again */
    public record Made(Token token, String secret) {}

    /** Who calls, and by which token. */
    public record Caller(Person person, Token token) {}

    @Transactional
    public Made make(Person by, PersonId holder, String name, Collection<Scope> scopes, int days) {
        var owner = people.find(holder)
                .filter(person -> mayKeep(by, person))
                .orElseThrow(() -> new Enrolment.Refused("holder", "identity.refused.person"));
        if (name.isBlank()) {
            throw new Enrolment.Refused("name", "identity.refused.token-name");
        }
        if (scopes.isEmpty() || !offered(owner).containsAll(scopes)) {
            throw new Enrolment.Refused("scopes", "identity.refused.scopes");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Enrolment.Refused("days", "identity.refused.days");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String secret = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        var token = new Token(
                UUID.randomUUID(),
                holder,
                name.strip(),
                secret.substring(0, SHOWN),
                Set.copyOf(scopes),
                by.name(),
                now,
                now.plus(days, ChronoUnit.DAYS),
                Optional.empty(),
                Optional.empty());
        tokens.add(token, SigningIn.digest(secret));
        events.publishEvent(new Enrolment.PersonChanged(
                holder,
                "token-made",
                by.name(),
                Map.of(
                        "token", token.name(),
                        "scopes", token.scopesAsText(),
                        "expires", token.expiresAt().toString())));
        return new Made(token, secret);
    }

    @Transactional
    public void revoke(Person by, UUID id) {
        var token = tokens.find(id)
                .filter(it -> people.find(it.holder())
                        .filter(owner -> mayKeep(by, owner))
                        .isPresent())
                .orElseThrow(() -> new Enrolment.Refused("token", "identity.refused.token"));
        if (tokens.revoke(id, clock.instant())) {
            events.publishEvent(new Enrolment.PersonChanged(
                    token.holder(), "token-revoked", by.name(), Map.of("token", token.name())));
        }
    }

    public List<Token> of(PersonId holder) {
        return tokens.of(holder);
    }

    /** What a token of theirs can be made for. A machine decides nothing. */
    public List<Scope> offered(Person holder) {
        return areas.stream()
                .flatMap(area -> area.scopes().stream())
                .filter(scope -> !holder.machine() || scope.verb() != Verb.DECIDE)
                .toList();
    }

    public List<ApiArea> areas() {
        return areas;
    }

    /** Empty for a token that is unknown, over or revoked, or whose holder is gone. */
    public Optional<Caller> call(String secret) {
        Instant now = clock.instant();
        return tokens.find(SigningIn.digest(secret))
                .filter(token -> token.isValidAt(now))
                .flatMap(token -> people.find(token.holder()).map(person -> {
                    tokens.used(token, now);
                    return new Caller(person, token);
                }));
    }

    /** Everyone keeps their own; administrators keep those of machines. */
    private static boolean mayKeep(Person by, Person holder) {
        return holder.machine() ? by.may(Power.MANAGE_PEOPLE) : by.id().equals(holder.id());
    }

    /** For a form: the scopes among some words. */
    public static Set<Scope> read(Collection<String> words) {
        return words.stream().flatMap(word -> Scope.of(word).stream()).collect(Collectors.toSet());
    }
}

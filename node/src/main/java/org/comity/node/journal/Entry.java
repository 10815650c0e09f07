package org.comity.node.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.ledger.Hash;

/**
 * One step that this node took.
 *
 * @param position from 0, without gaps: the leaf's place in the tree
 * @param commitment to the details, which may be erased later
 */
public record Entry(
        long position,
        Instant happenedAt,
        String actor,
        String subject,
        String what,
        byte[] commitment,
        Details details) {

    /**
     * What the tree holds of the entry. It names actor, subject, time and kind beside the commitment, so that none of
     * them can be altered unnoticed either, and so that it still verifies when the details are erased. Nobody can guess
     * it from its hash, since the commitment is salted.
     */
    public byte[] statement() {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("position", position);
        statement.put("happenedAt", happenedAt.toString());
        statement.put("actor", actor);
        statement.put("subject", subject);
        statement.put("what", what);
        statement.put("commitment", HexFormat.of().formatHex(commitment));
        return CanonicalJson.canonical(CanonicalJson.write(statement)).getBytes(StandardCharsets.UTF_8);
    }

    Hash leaf() {
        return Hash.ofLeaf(statement());
    }

    public boolean isErased() {
        return details instanceof Details.Erased;
    }

    /** Whether the details are those that were committed to; nothing can be said of erased ones. */
    boolean keepsItsCommitment() {
        return switch (details) {
            case Details.Kept kept -> Arrays.equals(kept.commitment(), commitment);
            case Details.Erased _ -> true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && Arrays.equals(statement(), entry.statement())
                && details.getClass() == entry.details.getClass();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }
}

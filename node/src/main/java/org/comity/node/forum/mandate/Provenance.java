package org.comity.node.forum.mandate;

/**
 * Where a fact comes from.
 *
 * @param source document or address
 * @param asOf day, month or year, as far as it is known
 * @param basis {@code verified} if the source was read, {@code recalled} if not, {@code entered} on this node
 */
public record Provenance(String source, String asOf, String basis) {

    public static Provenance entered(String asOf) {
        return new Provenance("", asOf, "entered");
    }
}

package org.comity.node.evidence.seal;

import java.io.IOException;

/** Whoever says that something was there at a moment (RFC 3161). */
interface TimestampAuthority {

    /**
     * Asks for a stamp, with the authority's certificate in it.
     *
     * @return the token (RFC 3161 §2.4.2), checked to be about what was asked
     * @throws IOException if the authority can't be reached or refuses; ask again later
     */
    byte[] stamp(byte[] sha256) throws IOException;

    /** As shown to a person. */
    String name();
}

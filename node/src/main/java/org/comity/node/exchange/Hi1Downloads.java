package org.comity.node.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/** What is too large for an HI-1 message and is fetched from where a delivery says, over the same mutual TLS. */
public interface Hi1Downloads {

    /** Where this node shows what another party may fetch ({@link Hi1Contents}). */
    URI address(UUID id);

    /** Whether the address is where that party takes HI-1. */
    boolean isTheirs(PartyId party, URI address);

    /**
     * All from that place on, as it comes.
     *
     * @throws IOException when the line broke, or the party gives nothing
     */
    InputStream open(PartyId party, URI address, long place) throws IOException;
}

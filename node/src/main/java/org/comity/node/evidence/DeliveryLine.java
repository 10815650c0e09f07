package org.comity.node.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.comity.node.directory.PartyId;

/** The way to what a provider delivers by reference. The room that speaks with providers implements it. */
public interface DeliveryLine {

    /** Whether the address is one of that party's own: no other is ever asked. */
    boolean isTheirs(PartyId party, URI address);

    /** All from that place on; fails with what the line did. */
    InputStream open(PartyId party, URI address, long place) throws IOException;
}

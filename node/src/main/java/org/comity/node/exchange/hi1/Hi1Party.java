package org.comity.node.exchange.hi1;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.comity.hi1.EndpointId;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;

/** Someone with whom this node speaks HI-1. */
record Hi1Party(PartyId party, EndpointId endpoint, X509Certificate certificate, URI url) {

    static final String PATH = "/hi1";

    /** Below it, what deliveries name and a party fetches. */
    static final String CONTENTS = PATH + "/contents/";

    /** How a node of ours calls itself. */
    static EndpointId endpoint(PartyId party) {
        return EndpointId.of(party.state(), party.value());
    }

    static EndpointId endpoint(OwnNode own) {
        return endpoint(own.party());
    }
}

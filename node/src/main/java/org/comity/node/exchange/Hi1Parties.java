package org.comity.node.exchange;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.comity.hi1.EndpointId;
import org.comity.node.directory.PartyId;

/**
 * Who may speak HI-1 with this node, and where. A peer of the directory may by its card; others, with systems that are not
 * ours, are taken in here with their certificate.
 */
public interface Hi1Parties {

    /** Says where a peer of the directory takes HI-1; without this, at port 8443 of the host on its card. */
    void locate(PartyId peer, URI url, String by);

    /**
     * Takes in a party with a system of its own.
     *
     * @param certificate the one with which it proves itself, as client and as server
     * @param endpoint what it calls itself in messages
     * @param url where it takes HI-1
     * @param by the person or command that vouches for the certificate
     */
    void admit(PartyId party, EndpointId endpoint, X509Certificate certificate, URI url, String by);

    void dismiss(PartyId party, String by);
}

package org.comity.node.exchange;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.hi1.EndpointId;
import org.comity.node.directory.PartyId;

/**
 * Who may speak HI-1 with this node, and where. A peer of the directory may by its card; others, with systems that are not
 * ours, are taken in here with their certificate.
 */
public interface Hi1Parties {

    /** Whether the party is a provider, or has a system of its own that was taken in: it can be sent orders. */
    boolean takesOrders(PartyId party);

    /** Says where a peer of the directory takes HI-1; without this, where its card says, else at port 8443 of its host. */
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

    /**
     * Keeps the name of a party that was admitted, and how a person compared its certificate with it.
     *
     * @param how such as a call back to a number known before
     */
    void describe(PartyId party, String organisation, String how, String by);

    /** Who was taken in here, and where peers take HI-1 if not at the usual place; by party. */
    List<Known> all();

    /**
     * Someone with whom this node speaks HI-1.
     *
     * @param certificate empty for a peer of the directory, who is known by its card
     * @param confirmedHow how the certificate was compared; may be empty
     */
    record Known(
            PartyId party,
            String organisation,
            URI url,
            Optional<X509Certificate> certificate,
            Instant addedAt,
            String addedBy,
            String confirmedHow) {}
}

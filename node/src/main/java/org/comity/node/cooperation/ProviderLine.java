package org.comity.node.cooperation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.HI1Object;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.MessageId;

/** The line between an authority and a provider, which is HI-1; every method takes part in the caller's transaction. */
interface ProviderLine {

    /** The party may be sent orders. */
    boolean reaches(PartyId party);

    /** Hands actions over for the provider; those of one conversation arrive in their order. */
    MessageId ask(PartyId provider, UUID conversation, List<ActionRequest> actions);

    /** Exactly what is sent. */
    byte[] asked(MessageId message);

    /** What lies on this node for the authority to read. */
    Optional<HI1Object> find(PartyId authority, UUID object);

    void show(PartyId authority, HI1Object object);

    /** Where the authority fetches what is too large for an answer. */
    URI address(UUID content);

    void retry(MessageId message);

    /** How what was handed over fares, in its order. */
    List<Delivery> deliveries(UUID conversation);
}

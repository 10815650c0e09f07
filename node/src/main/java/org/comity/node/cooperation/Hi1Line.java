package org.comity.node.cooperation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.HI1Object;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Hi1Downloads;
import org.comity.node.exchange.Hi1Outbox;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.exchange.Hi1Shelf;
import org.comity.node.exchange.MessageId;
import org.springframework.stereotype.Component;

/** By the exchange's outbox and shelf. */
@Component
class Hi1Line implements ProviderLine {

    private final Hi1Outbox outbox;
    private final Hi1Shelf shelf;
    private final Hi1Parties parties;
    private final Hi1Downloads downloads;

    Hi1Line(Hi1Outbox outbox, Hi1Shelf shelf, Hi1Parties parties, Hi1Downloads downloads) {
        this.downloads = downloads;
        this.outbox = outbox;
        this.shelf = shelf;
        this.parties = parties;
    }

    @Override
    public boolean reaches(PartyId party) {
        return parties.takesOrders(party);
    }

    @Override
    public MessageId ask(PartyId provider, UUID conversation, List<ActionRequest> actions) {
        return OrderMail.message(outbox.send(provider, conversation, actions));
    }

    @Override
    public byte[] asked(MessageId message) {
        return outbox.request(OrderMail.uuid(message));
    }

    @Override
    public Optional<HI1Object> find(PartyId authority, UUID object) {
        return shelf.find(authority, object);
    }

    @Override
    public void show(PartyId authority, HI1Object object) {
        shelf.put(authority, object);
    }

    @Override
    public URI address(UUID content) {
        return downloads.address(content);
    }

    @Override
    public void retry(MessageId message) {
        outbox.retry(OrderMail.uuid(message));
    }

    @Override
    public List<Delivery> deliveries(UUID conversation) {
        return outbox.deliveries(conversation);
    }
}

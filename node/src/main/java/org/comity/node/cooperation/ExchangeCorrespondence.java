package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Answers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.FilingAnswers;
import org.comity.node.exchange.Inbox;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.ReceivedEnvelope;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Component;

/** By the exchange's outbox and inbox, and for who has no node its tray. */
@Component
class ExchangeCorrespondence implements Correspondence {

    private final Outbox outbox;
    private final Inbox inbox;
    private final Deliveries deliveries;
    private final Counterparts counterparts;
    private final Answers answers;
    private final FilingAnswers filing;

    ExchangeCorrespondence(
            Outbox outbox,
            Inbox inbox,
            Deliveries deliveries,
            Counterparts counterparts,
            Answers answers,
            FilingAnswers filing) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.counterparts = counterparts;
        this.answers = answers;
        this.filing = filing;
    }

    @Override
    public MessageId send(Envelope envelope) {
        return outbox.send(envelope);
    }

    @Override
    public boolean reaches(PartyId party) {
        return counterparts.find(party).isPresent();
    }

    @Override
    public List<ReceivedAnswer> answers(UUID conversation) {
        return answers.inConversation(conversation);
    }

    @Override
    public long answersInTray(UUID conversation) {
        var ours = deliveries.inConversation(conversation).stream()
                .map(Delivery::id)
                .toList();
        return answers.tray().stream()
                .filter(it -> it.suggestion().filter(ours::contains).isPresent())
                .count();
    }

    @Override
    public List<Enclosure> documents(UUID answer) {
        return answers.enclosures(answer);
    }

    @Override
    public UUID file(UUID conversation, String sender, String text, List<Enclosure> documents, Person by) {
        var answer = filing.typeIn(sender, text, documents, by);
        filing.file(answer, answered(conversation), by);
        return answer;
    }

    /** What is not known to have arrived yet; else the last that was sent. */
    private MessageId answered(UUID conversation) {
        var sent = deliveries.inConversation(conversation);
        return sent.stream()
                .filter(it -> it.state() != Delivery.State.CONFIRMED)
                .findFirst()
                .orElseGet(sent::getLast)
                .id();
    }

    @Override
    public void retry(MessageId message, String by) {
        outbox.retry(message, by);
    }

    @Override
    public List<Delivery> deliveries(UUID conversation) {
        return deliveries.inConversation(conversation);
    }

    @Override
    public Optional<ReceivedEnvelope> take(UUID conversation) {
        return inbox.take(conversation);
    }

    @Override
    public List<UUID> waiting() {
        return inbox.waiting();
    }
}

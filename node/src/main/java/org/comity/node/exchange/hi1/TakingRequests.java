package org.comity.node.exchange.hi1;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.Payload;
import org.comity.hi1.receiving.Admission;
import org.comity.hi1.receiving.Hi1Receiver;
import org.comity.hi1.receiving.Side;
import org.comity.hi1.receiving.Taken;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Hi1ActionTaken;
import org.comity.node.exchange.Hi1Capabilities;
import org.comity.node.exchange.Hi1Screening;
import org.comity.node.exchange.Hi1Shelf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a request, once. Objects, answer, journal entry and events are stored in one transaction, and the answer leaves
 * after it: if the node dies in between, the same request again gets the stored answer.
 */
@Component
class TakingRequests implements Hi1Shelf {

    /** Below the second after which PostgreSQL looks for deadlocks and ends one of those who wait. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private static final int TRIES = 10;

    private final StoredObjects objects;
    private final StoredAnswers answers;
    private final StoredParties parties;
    private final Peers peers;
    private final ObjectProvider<Hi1Screening> screenings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Hi1Settings settings;
    private final Hi1Receiver receiver;

    TakingRequests(
            OwnNode own,
            StoredObjects objects,
            StoredAnswers answers,
            StoredParties parties,
            Peers peers,
            ObjectProvider<Hi1Screening> screenings,
            ObjectProvider<Hi1Capabilities> capabilities,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Hi1Settings settings,
            Clock clock) {
        this.objects = objects;
        this.answers = answers;
        this.parties = parties;
        this.peers = peers;
        this.screenings = screenings;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        var plain = Hi1Receiver.of(Hi1Party.endpoint(own), sides(own), objects, answers, clock);
        this.receiver = sides(own).contains(Side.PROVIDER)
                ? plain.configured(() ->
                        capabilities.getIfAvailable(UsualCapabilities::new).configuration())
                : plain;
    }

    /** The caller proved to be a party, but speaks for another. */
    static final class ForeignSender extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ForeignSender(Hi1Party party, EndpointId claimed) {
            super("%s may not send as %s %s.".formatted(party.party(), claimed.country(), claimed.uniqueIdentifier()));
        }
    }

    private static Set<Side> sides(OwnNode own) {
        var functions = own.card().functions();
        if (!functions.contains(NodeFunction.PROVIDER)) {
            return EnumSet.of(Side.AUTHORITY);
        }
        return functions.size() == 1 ? EnumSet.of(Side.PROVIDER) : EnumSet.allOf(Side.class);
    }

    byte[] take(Hi1Party from, byte[] body) {
        HI1Message request;
        try {
            request = Hi1Reader.read(body, Hi1Reader.Limits.DEFAULT.withMaxBytes(settings.mostBytes()));
        } catch (Hi1Exception unreadable) {
            requireOwnSender(from, unreadable.header().map(it -> it.sender()), body);
            record(Hi1Step.refused(from.party(), unreadable.information().description(), body));
            return Hi1Writer.write(receiver.refusalOf(unreadable, from.endpoint()));
        }
        requireOwnSender(from, Optional.of(request.header().sender()), body);
        return patiently(() -> transaction.execute(status -> answer(from, request, body)));
    }

    /**
     * Whoever answers here holds a request and then wants the shelf; what comes in holds the shelf and then wants the request.
     * What comes in gives way, before the database would end either, and begins again.
     */
    private static byte[] patiently(Supplier<byte[]> answer) {
        for (int tries = 1; ; tries++) {
            try {
                return answer.get();
            } catch (PessimisticLockingFailureException held) {
                if (tries == TRIES) {
                    throw held; // the caller sends it again later
                }
            }
        }
    }

    private byte[] answer(Hi1Party from, HI1Message request, byte[] body) {
        objects.lock(from.endpoint());
        objects.giveWayAfter(PATIENCE);
        var taken = receiver.admitting(admission(from.party())).take(request);
        var answer = Hi1Writer.write(taken.answer());
        if (taken.repeated()) {
            return answer;
        }
        var id = request.header().transaction();
        if (taken.answer().payload() instanceof Payload.Refusal refusal) {
            events.publishEvent(Hi1Step.refused(from.party(), refusal.error().description(), body));
            return answer;
        }
        answers.keepRequest(from.endpoint(), id, body);
        if (peers.find(from.party()).isPresent()) {
            peers.heardFrom(from.party());
        }
        events.publishEvent(Hi1Step.taken(
                from.party(),
                id,
                ((Payload.Requests) request.payload()).actions().size(),
                taken.changes().size(),
                body,
                answer));
        taken.changes().forEach(it -> events.publishEvent(event(from.party(), id, it)));
        return answer;
    }

    private static Hi1ActionTaken event(PartyId from, UUID transaction, Taken.Change change) {
        return new Hi1ActionTaken(
                from,
                transaction,
                change.action(),
                Hi1ActionTaken.Verb.valueOf(change.verb().name()),
                change.object().identifier(),
                change.object().objectType().value(),
                change.object().base().generation().orElse(0));
    }

    private Admission admission(PartyId from) {
        return (sender, object) -> screenings
                .orderedStream()
                .map(it -> it.objection(from, object))
                .flatMap(Optional<ErrorInformation>::stream)
                .findFirst();
    }

    private void requireOwnSender(Hi1Party from, Optional<EndpointId> claimed, byte[] body) {
        claimed.filter(it -> !it.equals(from.endpoint())).ifPresent(it -> {
            var foreign = new ForeignSender(from, it);
            record(Hi1Step.refused(from.party(), String.valueOf(foreign.getMessage()), body));
            throw foreign;
        });
    }

    private void record(Hi1Step step) {
        transaction.executeWithoutResult(status -> events.publishEvent(step));
    }

    @Override
    public Optional<HI1Object> find(PartyId party, UUID identifier) {
        return objects.find(endpoint(party), identifier);
    }

    @Override
    public List<HI1Object> of(PartyId party) {
        return objects.of(endpoint(party));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public HI1Object put(PartyId party, HI1Object object) {
        objects.lock(endpoint(party));
        return receiver.put(endpoint(party), object);
    }

    private EndpointId endpoint(PartyId party) {
        return parties.require(party).endpoint();
    }
}

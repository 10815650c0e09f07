package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.comity.node.cooperation.form.Papers;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.wire.OutgoingMessages;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.MessageId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a request one step on. Everything that belongs to a step happens in the caller's transaction: the row, the timeline,
 * the message to the counterpart, the clocks, and the journal's entry. After a crash either all of it is there or nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Advancing {

    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final OutgoingMessages messages;
    private final Papers papers;
    private final Correspondence correspondence;
    private final OrderMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Advancing(
            Requests requests,
            Timeline timeline,
            Clocks clocks,
            OutgoingMessages messages,
            Papers papers,
            Correspondence correspondence,
            OrderMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.messages = messages;
        this.papers = papers;
        this.correspondence = correspondence;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /** To the second, as it travels: both sides name the same moments. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first step of a draft. */
    void begin(Request drafted, Person drafter) {
        requests.add(drafted);
        record(
                new Step(
                        drafted.id(),
                        1,
                        RequestEvent.DRAFTED,
                        drafted.state(),
                        drafted.state(),
                        By.REQUESTING,
                        drafter.name(),
                        now(),
                        now(),
                        Particulars.NONE,
                        Optional.empty(),
                        true),
                drafted,
                null);
    }

    /** The first step of a request that came in. */
    void arrive(Request arrived, PartyId from, MessageId message, byte[] hi1) {
        requests.add(arrived);
        record(
                new Step(
                        arrived.id(),
                        1,
                        RequestEvent.DELIVERED,
                        arrived.state(),
                        arrived.state(),
                        By.TRANSPORT,
                        actor(from),
                        arrived.openedAt(),
                        now(),
                        Particulars.NONE.reference(arrived.counterpartReference()),
                        Optional.of(message),
                        true),
                arrived,
                hi1);
    }

    /**
     * A person's own act, told to the counterpart where it concerns it.
     *
     * @throws ActRefused.WrongState when the request is not in a state for it
     * @throws ActRefused.NotPermitted when it is somebody else's
     */
    Request act(Request held, RequestEvent event, Person person, Particulars particulars) {
        if (!WhoMay.take(person, held, event)) {
            throw new ActRefused.NotPermitted(Said.of(
                    "cooperation.refused.not-your-step",
                    Said.of("cooperation.event." + event.token()),
                    held.reference()));
        }
        return act(held, event, person.name(), particulars);
    }

    /** What follows of itself from another request, told to the counterpart as a person's act is. */
    Request follow(Request held, RequestEvent event, Particulars particulars) {
        return act(held, event, "node", particulars);
    }

    private Request act(Request held, RequestEvent event, String actor, Particulars particulars) {
        var by = By.of(held.side());
        if (!held.offers(event, by)) {
            throw new ActRefused.WrongState(held, event);
        }
        var told = held.naming(event, by, particulars);
        var after = requests.save(taking(held, event, by, told));
        var step = step(held, after.state(), event, by, actor, now(), told, true);
        if (!event.travels() || held.state().isBeforeSending() && event != RequestEvent.APPROVED) {
            record(step, after, null);
            return after;
        }
        if (after.kind().isOrder()) {
            var sent = mail.tell(after, step);
            record(sentWith(step, sent.message()), after, sent.content());
            return after;
        }
        var hi1 = messages.write(after, step);
        var message = correspondence.send(
                new Envelope(after.id().value(), after.requireCounterpart(), hi1, papers.of(after, step)));
        record(sentWith(step, message), after, hi1);
        return after;
    }

    /** What the counterpart did; a message that comes too late is kept without effect. */
    Request hear(
            Request held,
            RequestEvent event,
            PartyId from,
            Instant occurredAt,
            Particulars particulars,
            MessageId message,
            byte[] hi1) {
        var by = By.of(held.side().other());
        var taken = held.taking(event, by, particulars);
        var after = taken.map(requests::save).orElse(held);
        var step = step(held, after.state(), event, by, actor(from), occurredAt, particulars, taken.isPresent());
        record(sentWith(step, message), after, hi1);
        return after;
    }

    /**
     * What a counterpart without a node did, as a person writes it down. Nobody is told: it comes from the other side.
     *
     * @throws ActRefused.WrongState when the other side could not have done it now
     */
    Request recorded(Request held, RequestEvent event, Person person, Instant occurredAt, Particulars particulars) {
        var by = By.of(held.side().other());
        var told = held.naming(event, by, particulars);
        var after = requests.save(taking(held, event, by, told));
        record(step(held, after.state(), event, by, person.name(), occurredAt, told, true), after, null);
        return after;
    }

    private static Request taking(Request held, RequestEvent event, By by, Particulars told) {
        return held.taking(event, by, told).orElseThrow(() -> new ActRefused.WrongState(held, event));
    }

    /** What the clock or the exchange brings about; nothing happens where the table has no row for it. */
    Request happen(Request held, RequestEvent event, By by, Particulars particulars) {
        var taken = held.taking(event, by, particulars);
        if (taken.isEmpty()) {
            return held;
        }
        var after = requests.save(taken.get());
        var actor = by == By.CLOCK ? "clock" : "exchange";
        record(step(held, after.state(), event, by, actor, now(), particulars, true), after, null);
        return after;
    }

    private Step step(
            Request before,
            RequestState to,
            RequestEvent event,
            By by,
            String actor,
            Instant occurredAt,
            Particulars particulars,
            boolean effective) {
        return new Step(
                before.id(),
                timeline.nextNumber(before.id()),
                event,
                before.state(),
                to,
                by,
                actor,
                occurredAt,
                now(),
                particulars,
                Optional.empty(),
                effective);
    }

    private static Step sentWith(Step step, MessageId message) {
        return new Step(
                step.request(),
                step.number(),
                step.event(),
                step.from(),
                step.to(),
                step.by(),
                step.actor(),
                step.occurredAt(),
                step.recordedAt(),
                step.particulars(),
                Optional.of(message),
                step.effective());
    }

    private void record(Step step, Request after, byte @Nullable [] hi1) {
        timeline.append(step, hi1);
        if (step.effective()) {
            clocks.follow(step, after);
        }
        events.publishEvent(new StepTaken(step));
    }

    private static String actor(PartyId party) {
        return "party " + party;
    }
}

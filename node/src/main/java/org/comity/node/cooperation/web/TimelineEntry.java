package org.comity.node.cooperation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.Step;
import org.comity.node.exchange.Delivery;
import org.comity.node.journal.Details;
import org.comity.node.journal.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A step of a request, with its place in the journal.
 *
 * @param theirs the other side took it, or the clock or the exchange
 * @param written a person wrote down what the other side did
 * @param late it changed nothing any more
 * @param position in the journal; null while it isn't written there
 * @param delivery message key of how its message fares; null when nobody was told
 */
record TimelineEntry(
        int number,
        Moment at,
        String event,
        String by,
        String actor,
        boolean theirs,
        boolean written,
        boolean late,
        List<Fact> facts,
        @Nullable Long position,
        boolean message,
        @Nullable String delivery,
        @Nullable String trouble,
        @Nullable String source) {

    private static final String PARTY = "party ";

    /** @param label message key */
    record Fact(String label, String text) {}

    static TimelineEntry of(
            Step step,
            Side side,
            Map<Integer, Long> positions,
            Optional<Delivery> delivery,
            Citations citations,
            Wording wording) {
        return new TimelineEntry(
                step.number(),
                Moment.toTheSecond(step.occurredAt()),
                step.event().token(),
                step.by().name(),
                actor(step, wording),
                step.by() != By.of(side),
                step.particulars().source().isPresent(),
                !step.effective(),
                facts(step, citations, wording),
                positions.get(step.number()),
                step.message().isPresent(),
                delivery.map(TimelineEntry::standing).orElse(null),
                delivery.filter(it -> it.state() != Delivery.State.CONFIRMED)
                        .flatMap(Delivery::lastError)
                        .map(trouble -> wording.of(trouble.said()))
                        .orElse(null),
                step.particulars().source().map(Object::toString).orElse(null));
    }

    /** Last words of the message key: what is said of a message that no network carries is another thing. */
    private static String standing(Delivery delivery) {
        return switch (delivery.state()) {
            case CONFIRMED ->
                delivery.proof()
                                .filter(it -> it != Delivery.Proof.SIGNED_RECEIPT)
                                .isPresent()
                        ? "CONFIRMED." + delivery.proof().get().token()
                        : "CONFIRMED";
            case QUEUED, SENT ->
                delivery.channel().isByHand() && delivery.handedOverAt().isEmpty()
                        ? "QUEUED.by-hand"
                        : delivery.handedOverAt().isPresent()
                                ? "SENT.handed-over"
                                : delivery.state().name();
            case FAILED -> "FAILED";
        };
    }

    /** Persons and parties by their name; what acts by itself by a word. */
    private static String actor(Step step, Wording wording) {
        return switch (step.actor()) {
            case "clock" -> wording.of("actor.clock");
            case "exchange" -> wording.of("actor.exchange");
            case "node" -> wording.of("actor.node");
            default -> step.actor().startsWith(PARTY) ? step.actor().substring(PARTY.length()) : step.actor();
        };
    }

    private static List<Fact> facts(Step step, Citations citations, Wording wording) {
        var said = step.particulars();
        var facts = new ArrayList<Fact>();
        add(facts, "reference", said.reference());
        add(facts, "ground", said.ground().map(ground -> ground(ground, citations, wording)));
        add(facts, "reason", said.reason());
        add(facts, "cause", said.cause().map(cause -> wording.of(cause.said())));
        var obtained = switch (step.event()) {
            case EXECUTED, PARTLY_EXECUTED, DISCLOSED, PARTLY_DISCLOSED -> true;
            default -> false;
        };
        var takenDown = switch (step.event()) {
            case CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN -> true;
            default -> false;
        };
        add(
                facts,
                takenDown ? "doneAt" : obtained ? "obtainedAt" : "effectedAt",
                said.effectedAt().map(Moment::of).map(Moment::text));
        add(facts, "keptUntil", said.keptUntil().map(Moment::of).map(Moment::text));
        add(facts, "reviewAt", said.reviewAt().map(Moment::of).map(Moment::text));
        add(facts, "provider", said.provider());
        add(
                facts,
                takenDown ? "stillUp" : obtained ? "notObtained" : "notKept",
                Optional.of(said.outcomes().stream()
                                .filter(outcome -> !outcome.preserved())
                                .map(outcome -> outcome.identifier().value())
                                .collect(Collectors.joining(", ")))
                        .filter(text -> !text.isEmpty()));
        if (step.event().isAboutItems()) {
            add(
                    facts,
                    "items",
                    Optional.of(said.outcomes().stream()
                                    .map(outcome -> outcome.identifier().value())
                                    .collect(Collectors.joining(", ")))
                            .filter(text -> !text.isEmpty()));
        }
        add(facts, "remarks", said.remarks());
        return facts;
    }

    private static String ground(String id, Citations citations, Wording wording) {
        return ObjectionGround.ofId(id)
                .map(ground -> wording.of("objection." + ground.token()))
                .orElseGet(() -> citations.of(id));
    }

    private static void add(List<Fact> facts, String label, Optional<String> text) {
        text.ifPresent(it -> facts.add(new Fact(label, it)));
    }

    /** Where each step stands in the journal, by its number; an entry whose details were erased names none. */
    static Map<Integer, Long> positions(List<Entry> entries) {
        var positions = new HashMap<Integer, Long>();
        for (var entry : entries) {
            if (entry.details() instanceof Details.Kept kept && kept.facts().get("number") instanceof Number number) {
                positions.putIfAbsent(number.intValue(), entry.position());
            }
        }
        return positions;
    }
}

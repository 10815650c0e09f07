package org.comity.node.forum.silence;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.silence.SilenceAct.Kind;
import org.comity.node.frame.Said;

/**
 * A text that is adopted unless silence is broken. What it has come to at any instant follows from its acts and the instant
 * alone: an act received at the very instant of the end is in time, one received later by any measure is not.
 *
 * @param mandate id of the paragraph under which the body may decide so
 * @param members who may break the silence; observers may not
 * @param zone IANA name, in which the end is told beside UTC
 * @param revises id of the procedure whose broken text this one revises; may be empty
 * @param told members that were told, and by what means
 * @param reminded ends, as instants before which reminders have gone out
 * @param settled when the outcome was recorded
 * @param confirmed the meeting that confirmed it
 */
@RecordBuilder
public record SilenceProcedure(
        String id,
        String body,
        String mandate,
        FrozenText text,
        SilenceRules rules,
        List<Party> members,
        String zone,
        Instant begins,
        Instant end,
        String revises,
        List<SilenceAct> acts,
        List<Told> told,
        List<Instant> reminded,
        Optional<Settled> settled,
        Optional<Confirmed> confirmed)
        implements SilenceProcedureBuilder.With {

    public SilenceProcedure {
        members = List.copyOf(members);
        acts = List.copyOf(acts);
        told = List.copyOf(told);
        reminded = List.copyOf(reminded);
    }

    /** @param means {@code node}, or how else, as the secretariat wrote it */
    public record Told(Party member, Instant at, String means) {}

    /** @param number of the decision; empty if it was not adopted */
    public record Settled(Standing outcome, Instant at, String number) {}

    public record Confirmed(String meeting, Instant at, String by) {}

    public enum Standing {
        NOT_BEGUN,
        RUNNING,
        /** Broken so far; a withdrawal before the end would let silence run on. */
        OBJECTED,
        ADOPTED,
        NOT_ADOPTED,
        CANCELLED;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isFinal() {
            return this == ADOPTED || this == NOT_ADOPTED || this == CANCELLED;
        }
    }

    /** What it has come to at an instant. Once final, it stays so. */
    public Standing standing(Instant at) {
        if (settled.isPresent() && !at.isBefore(settled.get().at())) {
            return settled.get().outcome();
        }
        if (acts.stream()
                .anyMatch(act ->
                        act.kind() == Kind.CANCELLATION && !act.receivedAt().isAfter(at))) {
            return Standing.CANCELLED;
        }
        if (at.isBefore(begins)) {
            return Standing.NOT_BEGUN;
        }
        var broken = !objecting(at).isEmpty();
        if (at.isAfter(end)) {
            return broken ? Standing.NOT_ADOPTED : Standing.ADOPTED;
        }
        return !broken ? Standing.RUNNING : rules.withdrawal() ? Standing.OBJECTED : Standing.NOT_ADOPTED;
    }

    /** Members whose objection or amendment stands at an instant, of those received no later than the end. */
    public Set<Party> objecting(Instant at) {
        var standing = new LinkedHashSet<Party>();
        for (var act : acts) {
            if (!act.receivedAt().isAfter(at) && !act.receivedAt().isAfter(end)) {
                act.by().ifPresent(member -> {
                    if (act.kind().breaksSilence()) {
                        standing.add(member);
                    } else if (act.kind() == Kind.WITHDRAWAL) {
                        standing.remove(member);
                    }
                });
            }
        }
        return standing;
    }

    public Duration length() {
        return Duration.between(begins, end);
    }

    /** A procedure that keeps its rules, or why it can't begin. */
    public SilenceProcedure begun() {
        if (text.body().isEmpty() || text.title().isEmpty()) {
            throw new SilenceRefused("text", Said.of("forum.refused.no-text"));
        }
        if (members.isEmpty()) {
            throw new SilenceRefused("members", Said.of("forum.refused.no-members"));
        }
        if (length().compareTo(rules.minimum()) < 0) {
            throw new SilenceRefused(
                    "end", Said.of("forum.refused.too-short", rules.minimum().toHours()));
        }
        if (!end.truncatedTo(ChronoUnit.MINUTES).equals(end)) {
            throw new SilenceRefused("end", Said.of("forum.refused.whole-minute"));
        }
        var missing = new ArrayList<>(rules.languages());
        missing.removeAll(text.languages());
        if (!missing.isEmpty()) {
            throw new SilenceRefused("languages", Said.of("forum.refused.languages", String.join(", ", missing)));
        }
        return this;
    }

    public SilenceProcedure object(Party member, Kind kind, String why, Instant at) {
        running(at);
        entitled(member);
        if (!kind.breaksSilence()) {
            throw new IllegalArgumentException(kind + " breaks no silence");
        }
        if (kind == Kind.AMENDMENT && why.isBlank()) {
            throw new SilenceRefused("why", Said.of("forum.refused.no-amendment"));
        }
        return with(new SilenceAct(kind, Optional.of(member), at, why.strip(), Optional.empty()));
    }

    public SilenceProcedure withdraw(Party member, Instant at) {
        running(at);
        if (!rules.withdrawal()) {
            throw new SilenceRefused("act", Said.of("forum.refused.no-withdrawal"));
        }
        if (!objecting(at).contains(member)) {
            throw new SilenceRefused("act", Said.of("forum.refused.nothing-to-withdraw"));
        }
        return with(new SilenceAct(Kind.WITHDRAWAL, Optional.of(member), at, "", Optional.empty()));
    }

    /** @param by empty for the chair */
    public SilenceProcedure extend(Optional<Party> by, Instant later, String why, Instant at) {
        running(at);
        by.ifPresent(this::entitled);
        if (by.isPresent() && !rules.memberMayAskForTime()) {
            throw new SilenceRefused("end", Said.of("forum.refused.chair-extends"));
        }
        if (acts.stream().filter(act -> act.kind() == Kind.EXTENSION).count() >= rules.extensions()) {
            throw new SilenceRefused("end", Said.of("forum.refused.extensions", rules.extensions()));
        }
        if (!later.isAfter(end)) {
            throw new SilenceRefused("end", Said.of("forum.refused.not-later"));
        }
        if (!later.truncatedTo(ChronoUnit.MINUTES).equals(later)) {
            throw new SilenceRefused("end", Said.of("forum.refused.whole-minute"));
        }
        return with(new SilenceAct(Kind.EXTENSION, by, at, why.strip(), Optional.of(later)))
                .withEnd(later);
    }

    /** The period begins anew and lasts at least as long as it did. */
    public SilenceProcedure restart(Instant at, String why) {
        running(at);
        if (why.isBlank()) {
            throw new SilenceRefused("why", Said.of("forum.refused.why"));
        }
        var whole = at.plus(length()).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        return with(new SilenceAct(Kind.RESTART, Optional.empty(), at, why.strip(), Optional.of(whole)))
                .withBegins(at)
                .withEnd(whole)
                .withReminded(List.of());
    }

    public SilenceProcedure cancel(Instant at, String why) {
        if (standing(at).isFinal()) {
            throw new SilenceRefused("act", Said.of("forum.refused.over"));
        }
        if (why.isBlank()) {
            throw new SilenceRefused("why", Said.of("forum.refused.why"));
        }
        return with(new SilenceAct(Kind.CANCELLATION, Optional.empty(), at, why.strip(), Optional.empty()));
    }

    /** A statement after the outcome, which it does not change. */
    public SilenceProcedure explain(Party member, String why, Instant at) {
        if (!standing(at).isFinal()) {
            throw new SilenceRefused("act", Said.of("forum.refused.not-over"));
        }
        entitled(member);
        if (why.isBlank()) {
            throw new SilenceRefused("why", Said.of("forum.refused.why"));
        }
        return with(new SilenceAct(Kind.EXPLANATION, Optional.of(member), at, why.strip(), Optional.empty()));
    }

    /** Records the outcome, once there is one. @param number that a decision gets */
    public SilenceProcedure settle(Instant at, String number) {
        var outcome = standing(at);
        return settled.isPresent() || !outcome.isFinal()
                ? this
                : withSettled(Optional.of(new Settled(outcome, at, outcome == Standing.ADOPTED ? number : "")));
    }

    public SilenceProcedure confirm(String meeting, Instant at, String by) {
        if (settled.filter(it -> it.outcome() == Standing.ADOPTED).isEmpty()) {
            throw new SilenceRefused("meeting", Said.of("forum.refused.nothing-to-confirm"));
        }
        return withConfirmed(Optional.of(new Confirmed(meeting, at, by)));
    }

    /** The latest reminder that is due and has not gone out. */
    public Optional<Instant> reminderDue(Instant at) {
        return standing(at).isFinal() || at.isBefore(begins)
                ? Optional.empty()
                : rules.reminders().stream()
                        .map(end::minus)
                        .filter(due -> due.isAfter(begins) && !due.isAfter(at) && !reminded.contains(due))
                        .max(Instant::compareTo);
    }

    /** This reminder and all earlier ones are done with. */
    public SilenceProcedure reminded(Instant due) {
        var gone = new LinkedHashSet<>(reminded);
        rules.reminders().stream()
                .map(end::minus)
                .filter(it -> !it.isAfter(due))
                .forEach(gone::add);
        return withReminded(List.copyOf(gone));
    }

    /** Members of whom it is not on record that they were told. */
    public List<Party> untold() {
        return members.stream()
                .filter(member -> told.stream().noneMatch(it -> it.member().equals(member)))
                .toList();
    }

    private SilenceProcedure with(SilenceAct act) {
        var all = new ArrayList<>(acts);
        all.add(act);
        return withActs(all);
    }

    private void running(Instant at) {
        switch (standing(at)) {
            case NOT_BEGUN -> throw new SilenceRefused("act", Said.of("forum.refused.not-begun"));
            case RUNNING, OBJECTED -> {
                // open to all that breaks, mends or moves it
            }
            case ADOPTED, NOT_ADOPTED, CANCELLED -> throw new SilenceRefused("act", Said.of("forum.refused.over"));
        }
    }

    private void entitled(Party member) {
        if (!members.contains(member)) {
            throw new SilenceRefused("role", Said.of("forum.refused.not-entitled"));
        }
    }
}

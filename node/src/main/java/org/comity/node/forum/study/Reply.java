package org.comity.node.forum.study;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.ReplyLife.Event;
import org.comity.node.forum.study.ReplyLife.State;
import org.comity.node.frame.Said;

/**
 * What one respondent answers to a questionnaire for a year.
 *
 * @param questionnaire id of a frozen version
 * @param answers by key, such as {@code Q-CRI-01.3}
 */
@RecordBuilder
public record Reply(
        String id,
        String questionnaire,
        int year,
        Party respondent,
        LocalDate due,
        State state,
        Map<String, Answer> answers,
        List<Handover> handovers,
        List<Clarification> clarifications)
        implements ReplyBuilder.With {

    public Reply {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        handovers = List.copyOf(handovers);
        clarifications = List.copyOf(clarifications);
    }

    public static Reply begun(String id, String questionnaire, int year, Party respondent, LocalDate due) {
        return new Reply(id, questionnaire, year, respondent, due, State.DRAFT, Map.of(), List.of(), List.of());
    }

    public Optional<Answer> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    /** One that says the same changes nothing; an empty one takes the earlier away. */
    public Reply answering(Map<String, Answer> given) {
        if (state != State.DRAFT) {
            throw new StudyRefused("act", Said.of("forum.refused.reply-closed"));
        }
        return holding(given);
    }

    private Reply holding(Map<String, Answer> given) {
        var after = new LinkedHashMap<>(answers);
        given.forEach((key, answer) -> {
            var before = after.get(key);
            if (!answer.isGiven() && answer.comment().isEmpty()) {
                after.remove(key);
            } else if (before == null || !before.saysAs(answer)) {
                after.put(key, answer);
            }
        });
        return withAnswers(after);
    }

    /** Only where nobody has answered. */
    public Reply prefilled(Map<String, Answer> known) {
        var open = new LinkedHashMap<>(known);
        open.keySet().removeAll(answers.keySet());
        return answering(open);
    }

    /** A person has looked at these prefilled answers. */
    public Reply confirming(List<String> keys, String by, Instant now) {
        var confirmed = new LinkedHashMap<String, Answer>();
        keys.forEach(key -> answer(key)
                .filter(Answer::prefilled)
                .ifPresent(it -> confirmed.put(
                        key, it.with(answer -> answer.prefilled(false).by(by).at(now)))));
        return answering(confirmed);
    }

    public Reply handing(Handover handover) {
        if (state != State.DRAFT) {
            throw new StudyRefused("act", Said.of("forum.refused.reply-closed"));
        }
        if (handovers.stream()
                .anyMatch(it -> it.isOpen()
                        && it.theme().equals(handover.theme())
                        && it.to().equals(handover.to()))) {
            throw new StudyRefused("to", Said.of("forum.refused.handed-already", handover.name()));
        }
        return withHandovers(
                Stream.concat(handovers.stream(), Stream.of(handover)).toList());
    }

    /** The section goes back to who handed it over. */
    public Reply returning(String theme, List<String> hands, Instant now) {
        if (openHandovers(theme).stream().noneMatch(it -> hands.contains(it.to()))) {
            throw new StudyRefused("act", Said.of("forum.refused.not-handed"));
        }
        return withHandovers(handovers.stream()
                .map(it -> it.isOpen() && it.theme().equals(theme) && hands.contains(it.to()) ? it.doneAt(now) : it)
                .toList());
    }

    public List<Handover> openHandovers(String theme) {
        return handovers.stream()
                .filter(it -> it.isOpen() && it.theme().equals(theme))
                .toList();
    }

    public Reply happening(Event event) {
        var next = ReplyLife.next(state, event)
                .orElseThrow(() -> new StudyRefused("act", Said.of("forum.refused.reply-state")));
        switch (event) {
            case SUBMIT -> ready();
            case ACCEPT -> clarified();
            case REOPEN -> {}
        }
        return withState(next);
    }

    private void ready() {
        var unconfirmed = answers.values().stream().filter(Answer::prefilled).count();
        if (unconfirmed > 0) {
            throw new StudyRefused("act", Said.of("forum.refused.unconfirmed", unconfirmed));
        }
        if (answers.values().stream().noneMatch(Answer::isGiven)) {
            throw new StudyRefused("act", Said.of("forum.refused.reply-empty"));
        }
        var away =
                handovers.stream().filter(Handover::isOpen).map(Handover::name).toList();
        if (!away.isEmpty()) {
            throw new StudyRefused("act", Said.of("forum.refused.handed-out", String.join(", ", away)));
        }
    }

    private void clarified() {
        var open = clarifications.stream().filter(Clarification::isOpen).count();
        if (open > 0) {
            throw new StudyRefused("act", Said.of("forum.refused.unclarified", open));
        }
    }

    public Reply asking(String key, String text, String by, Instant now) {
        if (state != State.SUBMITTED) {
            throw new StudyRefused("act", Said.of("forum.refused.not-submitted"));
        }
        if (text.isBlank()) {
            throw new StudyRefused("asked", Said.of("forum.refused.asked"));
        }
        var all = new ArrayList<>(clarifications);
        all.add(new Clarification(all.size() + 1, key, text.strip(), by, now, "", "", Optional.empty()));
        return withClarifications(all);
    }

    /** @param instead the answer as it should read; empty if it stands */
    public Reply clarifying(int number, String text, Optional<Answer> instead, String by, Instant now) {
        var open = clarifications.stream()
                .filter(it -> it.number() == number && it.isOpen())
                .findFirst()
                .orElseThrow(() -> new StudyRefused("act", Said.of("forum.refused.absent")));
        if (text.isBlank()) {
            throw new StudyRefused("clarified", Said.of("forum.refused.clarified"));
        }
        var after = withClarifications(clarifications.stream()
                .map(it -> it == open ? it.answered(text.strip(), by, now) : it)
                .toList());
        return instead.map(it -> after.holding(Map.of(open.key(), it))).orElse(after);
    }

    /** How much of a section, or of all, is answered. */
    public Progress progress(List<Question> asked) {
        var places = asked.stream().flatMap(it -> it.places().stream()).toList();
        var given = places.stream()
                .flatMap(it -> answer(it.key()).stream())
                .filter(Answer::isGiven)
                .toList();
        return new Progress(
                places.size(),
                (int) given.stream().filter(it -> !it.prefilled()).count(),
                (int) given.stream().filter(Answer::prefilled).count());
    }
}

package org.comity.node.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.law.StateCode;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records where the data of a case may be. Several States are never made one in silence: whoever no longer thinks of one says
 * why, and what was thought before stays.
 */
@Service
@Transactional
public class LocatingData {

    private final Visibility visibility;
    private final Assessments assessments;
    private final CurrentLaw law;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocatingData(
            Visibility visibility,
            Assessments assessments,
            CurrentLaw law,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visibility = visibility;
        this.assessments = assessments;
        this.law = law;
        this.events = events;
        this.clock = clock;
    }

    /** What a person thinks now. @param note why a State that was thought of is no longer; may be empty otherwise */
    public record Thought(Standing standing, List<Candidate> candidates, String note) {

        public Thought {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * @param seen number of the assessment that the person had before their eyes; 0 for none
     * @throws ActRefused.ChangedMeanwhile when another one was made since; nothing was recorded
     */
    public Assessment assess(Person person, String caseFileReference, int seen, Thought thought) {
        Permissions.desk(person);
        var caseFile = visibility.caseFile(person, caseFileReference);
        var before = assessments.of(caseFile.id()).stream().findFirst();
        check(thought);
        var candidates = thought.candidates().stream()
                .map(candidate -> candidate.withNotice(before.flatMap(it -> it.candidate(candidate.state()))
                        .flatMap(Candidate::notice)
                        .or(candidate::notice)))
                .toList();
        return record(person, caseFile, seen, before, new Thought(thought.standing(), candidates, thought.note()));
    }

    /** The State is owed to be told of what was done about data on its territory. */
    public void oweNotice(Person person, String caseFileReference, int seen, String state, String under) {
        var basis = Permissions.said("under", under, "cooperation.refused.notice-under");
        change(person, caseFileReference, seen, state, it -> it.withNotice(Optional.of(Candidate.Notice.owed(basis))));
    }

    /** It was told. @param reference of what told it, such as the number of the note or of the request */
    public void noticeMade(
            Person person, String caseFileReference, int seen, String state, LocalDate on, String reference) {
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new ActRefused.Malformed("made", Said.of("cooperation.refused.notice-future"));
        }
        var said = Permissions.said("reference", reference, "cooperation.refused.notice-reference");
        change(
                person,
                caseFileReference,
                seen,
                state,
                it -> it.withNotice(it.notice()
                        .map(owed -> new Candidate.Notice(owed.under(), Optional.of(on), said))
                        .or(() -> {
                            throw new ActRefused.Malformed("state", Said.of("cooperation.refused.notice-none", state));
                        })));
    }

    /** A State that was asked has the data, or some of it; whether others have none is for a person to say. */
    void confirmed(Person person, CaseFile caseFile, Request kept) {
        var before = assessments.of(caseFile.id()).stream().findFirst();
        var state = kept.requireCounterpart().state();
        var answer = new Candidate.Ground(
                Source.ANSWER, kept.reference(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        before.filter(it -> it.candidate(state).isPresent())
                .ifPresent(it -> record(
                        person,
                        caseFile,
                        it.number(),
                        before,
                        new Thought(
                                it.standing(),
                                it.candidates().stream()
                                        .map(each -> each.state().equals(state) ? each.confirmed(answer) : each)
                                        .toList(),
                                "")));
    }

    private void change(
            Person person, String caseFileReference, int seen, String state, Function<Candidate, Candidate> changing) {
        Permissions.desk(person);
        var caseFile = visibility.caseFile(person, caseFileReference);
        var before = assessments.of(caseFile.id()).stream()
                .findFirst()
                .filter(it -> it.candidate(state).isPresent())
                .orElseThrow(
                        () -> new ActRefused.Malformed("state", Said.of("cooperation.refused.not-a-candidate", state)));
        var candidates = before.candidates().stream()
                .map(each -> each.state().equals(state) ? changing.apply(each) : each)
                .toList();
        record(person, caseFile, seen, Optional.of(before), new Thought(before.standing(), candidates, ""));
    }

    private Assessment record(
            Person person, CaseFile caseFile, int seen, Optional<Assessment> before, Thought thought) {
        if (before.map(Assessment::number).orElse(0) != seen) {
            throw new ActRefused.ChangedMeanwhile(caseFile.reference());
        }
        var now = new Assessment(
                caseFile.id(),
                seen + 1,
                thought.standing(),
                thought.candidates(),
                thought.note().strip(),
                person.name(),
                clock.instant());
        var dropped = before.map(now::dropped).orElseGet(Set::of);
        if (!dropped.isEmpty() && now.note().isEmpty()) {
            throw new ActRefused.Malformed(
                    "note", Said.of("cooperation.refused.place-dropped", String.join(", ", dropped)));
        }
        if (!assessments.add(now)) {
            throw new ActRefused.ChangedMeanwhile(caseFile.reference());
        }
        events.publishEvent(CaseFileStep.located(caseFile, person, now));
        return now;
    }

    private void check(Thought thought) {
        var seen = new HashSet<String>();
        var open = new ArrayList<String>();
        for (var candidate : thought.candidates()) {
            if (!candidate.state().matches("[A-Z]{2}")
                    || law.now().state(StateCode.of(candidate.state())).isEmpty()) {
                throw new ActRefused.Malformed("candidates", Said.of("cooperation.refused.place-state"));
            }
            if (!seen.add(candidate.state())) {
                throw new ActRefused.Malformed(
                        "candidates", Said.of("cooperation.refused.place-twice", candidate.state()));
            }
            if (candidate.grounds().isEmpty()
                    || candidate.grounds().stream().anyMatch(it -> it.text().isBlank())) {
                throw new ActRefused.Malformed(
                        "candidates", Said.of("cooperation.refused.place-ground", candidate.state()));
            }
            if (candidate.isOpen()) {
                open.add(candidate.state());
            }
        }
        var fits = switch (thought.standing()) {
            case KNOWN -> open.size() == 1;
            case CANDIDATES -> !open.isEmpty();
            case UNKNOWN -> open.isEmpty();
            case DISTRIBUTED -> true;
        };
        if (!fits) {
            throw new ActRefused.Malformed(
                    "standing",
                    Said.of("cooperation.refused.place." + thought.standing().token()));
        }
    }
}

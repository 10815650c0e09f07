package org.comity.node.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.comity.law.StateCode;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.recommendation.Compilation;
import org.comity.node.forum.recommendation.Recommendation;
import org.comity.node.forum.recommendation.Recommendation.Position;
import org.comity.node.forum.recommendation.Recommendation.State;
import org.comity.node.forum.recommendation.RecommendationLife;
import org.comity.node.forum.recommendation.RecommendationLife.Event;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposing, supporting, disputing, merging, compiling and adopting recommendations. */
@Service
public class KeepingRecommendations {

    /** In the order of the study's chapters. */
    public static final List<String> THEMES = List.of(
            "legislation-and-frameworks",
            "criminalization",
            "law-enforcement-and-investigations",
            "electronic-evidence-and-criminal-justice",
            "international-cooperation",
            "prevention",
            "technical-assistance",
            "future-work");

    private final Records<Recommendation> recommendations;
    private final KeepingMeetings meetings;
    private final StateNames names;
    private final CurrentLaw law;
    private final DrawingFigures drawing;
    private final Clock clock;

    KeepingRecommendations(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingMeetings meetings,
            StateNames names,
            CurrentLaw law,
            DrawingFigures drawing,
            Clock clock) {
        var shipped = Library.read("recommendations.yaml", Recommendation.class);
        this.recommendations = new Records<>(
                "recommendation",
                Recommendation.class,
                Recommendation::id,
                () -> shipped,
                ForumRefused.keeping(jdbc, events, clock));
        this.meetings = meetings;
        this.names = names;
        this.law = law;
        this.drawing = drawing;
        this.clock = clock;
    }

    public List<Recommendation> all() {
        return recommendations.all().stream().map(Held::it).toList();
    }

    public Optional<Held<Recommendation>> find(String id) {
        return recommendations.find(id);
    }

    public List<Change> historyOf(String id) {
        return recommendations.history(id);
    }

    /** Of one meeting, or of all where none is named. */
    public Compilation compilation(String meeting) {
        return compilation(it -> meeting.isEmpty() || it.meeting().equals(meeting));
    }

    /**
     * One that cites the law of a State.
     *
     * @param state where it stands, as {@code adopted}
     */
    public record Cited(String id, String text, String state) {}

    /** Those that would close a gap of this State, or are about one of these provisions; merged ones stand in what they went into. */
    public List<Cited> citing(String state, Collection<String> provisions) {
        return cited(it -> it.gaps().stream().anyMatch(gap -> gap.startsWith(state + ":"))
                || it.provisions().stream().anyMatch(provisions::contains));
    }

    /** Those that would close this gap of this State, or are about this provision. */
    public List<Cited> citing(String state, String provision) {
        return cited(it ->
                it.gaps().contains(state + ":" + provision) || it.provisions().contains(provision));
    }

    private List<Cited> cited(Predicate<Recommendation> wanted) {
        return all().stream()
                .filter(it -> it.into().isEmpty())
                .filter(wanted)
                .map(it -> new Cited(it.id(), it.text(), it.state().token()))
                .toList();
    }

    Compilation compilation(Predicate<Recommendation> wanted) {
        return Compilation.of(all().stream().filter(wanted).toList(), THEMES, party -> names.of(party, "en"));
    }

    /** By a delegate for their delegation, or noted by rapporteur or secretariat for one that spoke. */
    @Transactional
    public Recommendation propose(
            Person by, String meeting, String theme, String text, List<String> addressees, Optional<Party> noted) {
        var proposer = ForumAccess.mayReport(by) ? noted : Optional.of(ForumAccess.delegate(by));
        if (meetings.meeting(meeting).isEmpty()) {
            throw new ForumRefused("meeting", Said.of("forum.refused.absent"));
        }
        if (text.isBlank()) {
            throw new ForumRefused("text", Said.of("forum.refused.recommendation"));
        }
        if (!THEMES.contains(theme)) {
            throw new ForumRefused("theme", Said.of("forum.refused.theme"));
        }
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();
        return recommendations
                .add(
                        new Recommendation(
                                UUID.randomUUID().toString(),
                                meeting,
                                theme,
                                text.strip(),
                                addressees,
                                State.PROPOSED,
                                proposer.stream().toList(),
                                List.of(),
                                List.of(),
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                "",
                                Provenance.entered(today)),
                        by.name(),
                        "proposed")
                .it();
    }

    @Transactional
    public void take(Person by, String id, boolean supports, String wording) {
        var party = ForumAccess.delegate(by);
        open(id);
        change(
                by,
                id,
                it -> it.taking(new Position(party, supports, wording.strip())),
                supports ? "supported" : "disputed");
    }

    @Transactional
    public void leavePosition(Person by, String id) {
        var party = ForumAccess.delegate(by);
        open(id);
        change(by, id, it -> it.withoutPositionOf(party), "position-left");
    }

    @Transactional
    public void happen(Person by, String id, Event event) {
        ForumAccess.rapporteur(by);
        change(
                by,
                id,
                it -> it.withState(RecommendationLife.next(it.state(), event)
                                .filter(_ -> event != Event.MERGE)
                                .orElseThrow(() -> new ForumRefused("act", Said.of("forum.refused.state-of-it"))))
                        .withInto(""),
                "recommendation-" + event.token());
    }

    /** Both keep their place in the record; the new one stands for them. */
    @Transactional
    public Recommendation merge(Person by, List<String> ids, String text) {
        ForumAccess.rapporteur(by);
        var parts = ids.stream()
                .distinct()
                .map(id -> find(id).orElseThrow(() -> new ForumRefused("with", Said.of("forum.refused.absent"))))
                .map(Held::it)
                .toList();
        if (parts.size() < 2) {
            throw new ForumRefused("with", Said.of("forum.refused.two"));
        }
        if (text.isBlank()) {
            throw new ForumRefused("text", Said.of("forum.refused.recommendation"));
        }
        var one = recommendations
                .add(Recommendation.merging(UUID.randomUUID().toString(), text.strip(), parts), by.name(), "merged")
                .it();
        parts.forEach(part -> change(
                by,
                part.id(),
                it -> it.withState(RecommendationLife.next(it.state(), Event.MERGE)
                                .orElseThrow(() -> new ForumRefused("with", Said.of("forum.refused.state-of-it"))))
                        .withInto(one.id()),
                "recommendation-merge"));
        return one;
    }

    /** What of the law it touches, which gaps it would close, and which figures speak for it. */
    @Transactional
    public void link(Person by, String id, List<String> provisions, List<String> gaps, List<String> statistics) {
        ForumAccess.rapporteur(by);
        var base = law.now();
        provisions.stream()
                .filter(it -> base.provision(it).isEmpty())
                .findFirst()
                .ifPresent(it -> {
                    throw new ForumRefused("provisions", Said.of("forum.refused.provision", it));
                });
        gaps.stream()
                .filter(it -> !it.matches("[A-Z]{2}:.+")
                        || base.state(StateCode.of(it.substring(0, 2))).isEmpty()
                        || base.provision(it.substring(3)).isEmpty())
                .findFirst()
                .ifPresent(it -> {
                    throw new ForumRefused("gaps", Said.of("forum.refused.gap", it));
                });
        change(by, id, it -> it.withProvisions(provisions).withGaps(gaps).withStatistics(statistics), "linked");
    }

    /** A number of this node's own cooperation, as it stands now. */
    @Transactional
    public void drawMeasured(Person by, String id, String gauge, LocalDate from, LocalDate until) {
        ForumAccess.rapporteur(by);
        var figure = drawing.measured(by, gauge, from, until);
        change(by, id, it -> it.drawing(figure), "figure-drawn");
    }

    /** What the law of a State lacks under an instrument, as it stands now. */
    @Transactional
    public void drawGaps(Person by, String id, String state, String instrument) {
        ForumAccess.rapporteur(by);
        var figure = drawing.gaps(by, state, instrument);
        change(by, id, it -> it.drawing(figure), "figure-drawn");
    }

    /** @param place in the list, from 0 */
    @Transactional
    public void dropFigure(Person by, String id, int place) {
        ForumAccess.rapporteur(by);
        change(
                by,
                id,
                it -> {
                    if (place < 0 || place >= it.figures().size()) {
                        throw new ForumRefused("act", Said.of("forum.refused.absent"));
                    }
                    var left = new ArrayList<>(it.figures());
                    left.remove(place);
                    return it.withFigures(left);
                },
                "figure-dropped");
    }

    private void open(String id) {
        var state = recommendations.hold(id).it().state();
        if (state != State.PROPOSED && state != State.COMPILED) {
            throw new ForumRefused("act", Said.of("forum.refused.state-of-it"));
        }
    }

    private void change(Person by, String id, UnaryOperator<Recommendation> step, String what) {
        var held = recommendations.hold(id);
        recommendations.keep(held, step.apply(held.it()), by.name(), what);
    }
}

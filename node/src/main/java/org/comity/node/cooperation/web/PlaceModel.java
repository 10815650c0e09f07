package org.comity.node.cooperation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.cooperation.Alternatives;
import org.comity.node.cooperation.FindingPlaces;
import org.comity.node.cooperation.Whereabouts;
import org.comity.node.cooperation.act.OwnPowers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.request.Request;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where the data of a case may be, as its page shows it: each State with its likelihood, its request and its clock. */
@Component
class PlaceModel {

    private final FindingPlaces finding;
    private final OwnPowers powers;
    private final Counterparts counterparts;
    private final Lists lists;
    private final Wording wording;
    private final Clock clock;

    PlaceModel(
            FindingPlaces finding,
            OwnPowers powers,
            Counterparts counterparts,
            Lists lists,
            Wording wording,
            Clock clock) {
        this.finding = finding;
        this.powers = powers;
        this.counterparts = counterparts;
        this.lists = lists;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param degree how far the bar of its likelihood reaches, in hundredths */
    record PlaceView(
            String state,
            String name,
            String likelihood,
            int degree,
            boolean later,
            List<GroundView> grounds,
            @Nullable Member request,
            @Nullable ClockLeft clock,
            @Nullable String law,
            @Nullable String notice,
            boolean noticeOwed,
            boolean noticeMade) {}

    record GroundView(String source, String text, String asOf) {}

    record Member(String id, String reference, String peer, String name, String state) {}

    /** @param ends message key of what ends then; @param tone late, soon or safe */
    record ClockLeft(@Nullable String left, Moment due, String ends, String tone) {}

    /** @param also States that could be asked too, each with its node */
    record GroupView(
            String id,
            int size,
            int drafts,
            List<Member> waiting,
            List<Member> kept,
            List<Member> letGo,
            boolean consolidate,
            List<Also> also) {}

    record Also(String party, String name) {}

    record Earlier(String number, String line) {}

    void fill(Model model, Person person, String caseFileReference) {
        var whereabouts = finding.of(person, caseFileReference);
        var now = whereabouts.now();
        model.addAttribute("seen", now.map(Assessment::number).orElse(0));
        model.addAttribute("standing", now.map(it -> it.standing().token()).orElse(null));
        model.addAttribute("assessedBy", now.map(Assessment::by).orElse(""));
        model.addAttribute("assessedAt", now.map(it -> Moment.of(it.at())).orElse(null));
        model.addAttribute(
                "places", whereabouts.places().stream().map(this::place).toList());
        model.addAttribute(
                "groups",
                whereabouts.groups().stream()
                        .map(it -> group(it, whereabouts, person))
                        .toList());
        model.addAttribute(
                "earlier",
                whereabouts.history().stream().skip(1).map(this::earlier).toList());
    }

    private PlaceView place(Whereabouts.Place place) {
        var candidate = place.candidate();
        return new PlaceView(
                candidate.state(),
                lists.stateName(candidate.state()),
                candidate.likelihood().token(),
                candidate.likelihood().degree() * 100 / Likelihood.highest(),
                place.foundLater(),
                candidate.grounds().stream()
                        .map(it -> new GroundView(
                                it.source().token(), it.text(), it.asOf().toString()))
                        .toList(),
                place.request().map(this::member).orElse(null),
                clock(place),
                powers.toPreserve(candidate.state()).orElse(null),
                candidate.notice().map(this::said).orElse(null),
                candidate.notice().filter(Candidate.Notice::isOpen).isPresent(),
                candidate.notice().filter(it -> !it.isOpen()).isPresent());
    }

    private String said(Candidate.Notice notice) {
        return notice.made()
                .map(day -> wording.of("place.notice.made", day.toString(), notice.reference(), notice.under()))
                .orElseGet(() -> wording.of("place.notice.owed", notice.under()));
    }

    /** What ends first: a clock, or the data's own life while nobody keeps it. */
    private @Nullable ClockLeft clock(Whereabouts.Place place) {
        var now = clock.instant();
        var byClock = place.next()
                .map(it -> left(
                        it.dueAt(),
                        now,
                        it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        var over = place.request().filter(it -> it.state().isOver()).isPresent();
        Optional<Instant> deletion = place.race()
                .filter(it ->
                        !over && !it.held() && !it.obtained() && it.keptUntil().isEmpty())
                .flatMap(it -> it.deletion());
        return deletion.filter(
                        at -> place.next().filter(it -> it.dueAt().isBefore(at)).isEmpty())
                .map(at -> left(at, now, "deletion"))
                .or(() -> byClock)
                .orElse(null);
    }

    private static ClockLeft left(Instant due, Instant now, String ends) {
        var left = Duration.between(now, due);
        var tone = left.compareTo(Duration.ofDays(1)) <= 0
                ? "late"
                : left.compareTo(Duration.ofDays(7)) <= 0 ? "soon" : "safe";
        return new ClockLeft(left.isNegative() ? null : Moment.left(left), Moment.of(due), ends, tone);
    }

    private GroupView group(Alternatives group, Whereabouts whereabouts, Person person) {
        var mayApprove = person.is(Role.APPROVER);
        var asked = group.requests().stream()
                .map(it -> it.content().requestedState())
                .toList();
        var kept = group.confirmed().stream().map(this::member).toList();
        return new GroupView(
                group.group().toString(),
                group.requests().size(),
                group.drafts().size(),
                group.waiting().stream()
                        .filter(it -> mayApprove && !isDrafter(it, person))
                        .map(this::member)
                        .toList(),
                kept,
                group.open().stream()
                        .filter(it -> group.confirmed().size() > 1
                                || !group.confirmed().contains(it))
                        .map(this::member)
                        .toList(),
                !kept.isEmpty() && group.open().size() > 1 || group.isToBeConsolidated(),
                whereabouts.places().stream()
                        .map(Whereabouts.Place::candidate)
                        .filter(it -> it.isOpen() && !asked.contains(it.state()))
                        .flatMap(it -> contactPoint(it.state()).stream()
                                .map(party -> new Also(party.value(), lists.stateName(it.state()))))
                        .toList());
    }

    /** Its 24/7 contact point, if the directory knows one; one that is told at once goes before one that is told by hand. */
    Optional<PartyId> contactPoint(String state) {
        return counterparts.forState(state, NodeFunction.CONTACT_24_7).stream()
                .min(Comparator.comparing(Counterpart::channel))
                .map(Counterpart::party);
    }

    private static boolean isDrafter(Request request, Person person) {
        return request.drafter().filter(it -> it.id().equals(person.id())).isPresent();
    }

    private Member member(Request request) {
        var state = request.content().requestedState();
        return new Member(
                request.id().toString(),
                request.reference(),
                state,
                lists.stateName(state),
                request.state().name());
    }

    private Earlier earlier(Assessment assessment) {
        var states = String.join(
                ", ",
                assessment.candidates().stream()
                        .map(it -> it.state() + " "
                                + wording.of(
                                        "place.likelihood." + it.likelihood().token()))
                        .toList());
        return new Earlier(
                Integer.toString(assessment.number()),
                wording.of(
                        "place.earlier.line",
                        Moment.of(assessment.at()).text(),
                        assessment.by(),
                        wording.of("place.word." + assessment.standing().token()),
                        states.isEmpty() ? "-" : states));
    }
}

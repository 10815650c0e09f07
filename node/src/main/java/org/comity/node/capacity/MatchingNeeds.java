package org.comity.node.capacity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.law.State;
import org.comity.node.capacity.matching.Candidate;
import org.comity.node.capacity.matching.Circumstances;
import org.comity.node.capacity.matching.Match;
import org.comity.node.capacity.matching.Matching;
import org.comity.node.capacity.matching.Pairing;
import org.comity.node.capacity.matching.Pairing.Act;
import org.comity.node.capacity.matching.Running;
import org.comity.node.capacity.matching.Wanted;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings needs and help together: shows what fits and why, proposes, and keeps what was answered and reported. */
@Service
public class MatchingNeeds {

    private final Records<Pairing> pairings;
    private final KeepingRegister register;
    private final CountedHere counted;
    private final Notices notices;
    private final Clock clock;

    MatchingNeeds(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingRegister register,
            CountedHere counted,
            Notices notices,
            Clock clock) {
        this.pairings = new Records<>(
                "pairing", Pairing.class, Pairing::id, List::of, CapacityRefused.keeping(jdbc, events, clock));
        this.register = register;
        this.counted = counted;
        this.notices = notices;
        this.clock = clock;
    }

    /** The best first. */
    public List<Match> matches(Entry need) {
        return register.state(need.cell("state"))
                .map(state -> matches(need, state))
                .orElse(List.of());
    }

    private List<Match> matches(Entry need, State state) {
        var today = counted.today();
        var candidates = Stream.of(Kind.OFFER, Kind.COURSE)
                .flatMap(kind -> register.standing(kind).stream()
                        .filter(it -> it.span().until().filter(today::isAfter).isEmpty())
                        .map(it -> Candidate.of(kind, it, register.reach(it, state))))
                .toList();
        return Matching.of(Wanted.of(need), candidates, running(state), circumstances(state));
    }

    private List<Running> running(State state) {
        return register.standing(Kind.PROJECT).stream()
                .map(it -> Running.of(it, register.reach(it, state)))
                .toList();
    }

    private Circumstances circumstances(State state) {
        var ours = state.code().value().equals(counted.state());
        return new Circumstances(counted.today(), counted.gapsOf(state), ours ? counted.delays() : Map.of());
    }

    public List<Held<Pairing>> pairingsOf(Kind kind, String id) {
        return pairings.all().stream()
                .filter(held -> kind == Kind.NEED
                        ? held.it().need().equals(id)
                        : held.it().kind().equals(kind.token())
                                && held.it().help().equals(id))
                .toList();
    }

    public List<Held<Pairing>> all() {
        return pairings.all().stream()
                .sorted(Comparator.comparing(held -> held.it().state()))
                .toList();
    }

    /** Those on which this person can say something. */
    public List<Pairing> waitingFor(Person person) {
        return pairings.all().stream()
                .map(Held::it)
                .filter(it -> !it.open().isEmpty() && CapacityAccess.answersFor(person, it.provider()))
                .toList();
    }

    /** Puts a help to whoever would give it. It must be among the matches, as they are now. */
    @Transactional
    public Pairing propose(Person by, String needId, String kind, String help) {
        CapacityAccess.keeper(by);
        var need = register.find(Kind.NEED, needId)
                .filter(held -> held.it().stands())
                .orElseThrow(() -> CapacityRefused.of("id", "kept.refused.absent"))
                .it();
        var match = matches(need).stream()
                .filter(it -> it.candidate().kind().token().equals(kind)
                        && it.candidate().id().equals(help))
                .findFirst()
                .orElseThrow(() -> CapacityRefused.of("help", "capacity.refused.no-match"));
        if (pairingsOf(Kind.NEED, needId).stream()
                .map(Held::it)
                .anyMatch(it -> it.help().equals(help) && it.state() != Pairing.State.DECLINED)) {
            throw CapacityRefused.of("help", "capacity.refused.proposed");
        }
        var pairing = new Pairing(
                UUID.randomUUID().toString(),
                needId,
                kind,
                help,
                match.candidate().title(),
                match.candidate().provider(),
                match.score(),
                match.overlaps().stream().map(Running::title).toList(),
                Pairing.State.PROPOSED,
                List.of(step(by, "propose", "")));
        pairings.add(pairing, by.name(), "proposed");
        notices.tell(
                Audience.unit(pairing.provider()).but(by.id()),
                Notice.of(NoticeKind.ARRIVED, page(needId), "capacity.notice.proposed", need.title(), pairing.title()));
        return pairing;
    }

    /** Accepts, declines, reports back or evaluates; whoever answers for the provider, or the coordinator for them. */
    @Transactional
    public Pairing act(Person by, String id, Act act, String said) {
        var held = pairings.hold(id);
        CapacityAccess.need(CapacityAccess.answersFor(by, held.it().provider()), "capacity.refused.answer");
        if (act.saysWhy() && said.isBlank()) {
            throw CapacityRefused.of("said", "capacity.refused.said");
        }
        var after = held.it()
                .after(act, step(by, act.token(), said.strip()))
                .orElseThrow(() -> CapacityRefused.of("act", "capacity.refused.state-of-it"));
        pairings.keep(held, after, by.name(), act.token());
        notices.tell(
                Audience.with(Role.COORDINATOR).but(by.id()),
                Notice.of(
                        NoticeKind.ANSWERED,
                        page(after.need()),
                        "capacity.notice." + after.state().token(),
                        after.title(),
                        after.provider()));
        return after;
    }

    private Pairing.Step step(Person by, String act, String said) {
        return new Pairing.Step(act, by.name(), clock.instant().toString(), said);
    }

    private static String page(String need) {
        return KeepingRegister.page(Kind.NEED, need);
    }

    /** How far a need has come, read from its pairings. */
    public String standing(Entry need) {
        if (!need.stands()) {
            return "ended";
        }
        var states = new ArrayList<>(pairingsOf(Kind.NEED, need.id()).stream()
                .map(held -> held.it().state())
                .filter(it -> it != Pairing.State.DECLINED)
                .toList());
        return states.stream()
                .max(Comparator.naturalOrder())
                .map(Pairing.State::token)
                .orElse("unmet");
    }

    public Optional<Held<Pairing>> find(String id) {
        return pairings.find(id);
    }
}

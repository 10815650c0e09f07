package org.comity.node.oversight.loop;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.Gaps;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Provision;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.forum.KeepingRecommendations;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.settings.ComitySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the loop of a State: what its law lacks, which ways are closed or conditional, what was refused or late, which needs
 * were declared and met, what was recommended, and what a change of law opened.
 */
@Service
@Transactional(readOnly = true)
public class ReadingLoop {

    private static final Offence ILLEGAL_ACCESS = Offence.of("ets185:2");

    static final List<Measure> MEASURES = List.of(
            Measure.PRESERVE,
            Measure.PARTIAL_DISCLOSURE,
            Measure.MLA_STORED_DATA,
            Measure.PRODUCE,
            Measure.REALTIME_TRAFFIC,
            Measure.INTERCEPT,
            Measure.EMERGENCY_DISCLOSURE,
            Measure.EMERGENCY_MLA);

    private final CurrentLaw law;
    private final KeepingRecommendations recommendations;
    private final TracingGaps tracing;
    private final JdbcClient jdbc;
    private final StateCode own;
    private final Clock clock;

    ReadingLoop(
            CurrentLaw law,
            KeepingRecommendations recommendations,
            TracingGaps tracing,
            JdbcClient jdbc,
            ComitySettings settings,
            Clock clock) {
        this.law = law;
        this.recommendations = recommendations;
        this.tracing = tracing;
        this.jdbc = jdbc;
        this.own = StateCode.of(settings.state());
        this.clock = clock;
    }

    /** What came with the node; read when somebody asks what a change opened. */
    private static final class Shipped {
        private static final LawBase LAW = LawBase.load();
    }

    public List<State> states() {
        return law.now().states().stream().filter(it -> !it.isOrganisation()).toList();
    }

    public StateCode own() {
        return own;
    }

    public Loop of(StateCode code) {
        var base = law.now();
        var state = base.state(code).orElseThrow(OversightRefused::notThere);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var other = other(base, code, today);
        var bound = bound(base, code, today);
        var gaps = lacking(bound);
        var lacking = gaps.stream().map(Provision::id).toList();
        var unknown = bound.stream().mapToInt(it -> it.toLookUp().size()).sum();
        return new Loop(
                state,
                other,
                new Loop.Gaps(
                        unknown,
                        gaps.stream()
                                .map(it -> tracing.trace(base, code, other.code(), today, it))
                                .toList()),
                routes(base, other.code(), code, today),
                requests(code),
                needs(code),
                recommended(recommendations.citing(code.value(), lacking)),
                changes(base, other.code(), code, today));
    }

    /** One gap of it, with the recommendations that cite it. */
    public Traced gap(StateCode code, String provision) {
        var base = law.now();
        var state = base.state(code).orElseThrow(OversightRefused::notThere);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var other = other(base, code, today);
        var gap = lacking(bound(base, code, today)).stream()
                .filter(it -> it.id().equals(provision))
                .findFirst()
                .map(it -> tracing.trace(base, code, other.code(), today, it))
                .orElseThrow(OversightRefused::notThere);
        return new Traced(state, other, gap, recommended(recommendations.citing(code.value(), provision)));
    }

    /** @param other the State from which routes are planned */
    public record Traced(State state, State other, Gap gap, List<Loop.Recommended> recommendations) {
        public Traced {
            recommendations = List.copyOf(recommendations);
        }
    }

    private static List<Gaps> bound(LawBase base, StateCode code, LocalDate today) {
        return base.instruments().stream()
                .filter(it -> base.boundOn(code, it.id(), today))
                .flatMap(it -> Gaps.of(base, code, it.id(), today).stream())
                .toList();
    }

    private static List<Provision> lacking(List<Gaps> bound) {
        return bound.stream()
                .flatMap(it -> it.toEnact().stream())
                .map(Gaps.Row::provision)
                .distinct()
                .toList();
    }

    private static List<Loop.Recommended> recommended(List<KeepingRecommendations.Cited> cited) {
        return cited.stream()
                .map(it -> new Loop.Recommended(it.id(), it.text(), it.state()))
                .toList();
    }

    /** This node's State; of its own loop, the one that asks it most, or else the first that is bound with it. */
    private State other(LawBase base, StateCode code, LocalDate today) {
        return (code.equals(own) ? asksMost() : Optional.of(own))
                .flatMap(base::state)
                .or(() -> base.states().stream()
                        .filter(it -> !it.code().equals(code) && base.boundOn(it.code(), "ets185", today))
                        .findFirst())
                .orElseThrow(OversightRefused::notThere);
    }

    private Optional<StateCode> asksMost() {
        return jdbc.sql("""
                        select counterpart_state from oversight.request_fact
                         where side = 'REQUESTED' and counterpart_state <> :own and counterpart_state ~ '^[A-Z]{2}$'
                         group by 1 order by count(*) desc, 1 limit 1
                        """)
                .param("own", own.value())
                .query(String.class)
                .optional()
                .map(StateCode::of);
    }

    private static Loop.Routes routes(LawBase base, StateCode from, StateCode to, LocalDate day) {
        var planner = new RoutePlanner(base);
        return new Loop.Routes(MEASURES.stream()
                .map(measure -> new Loop.Best(
                        measure,
                        best(planner, new RouteQuery(from, to, day, measure, DataCategory.TRAFFIC, ILLEGAL_ACCESS))
                                .map(Standing::code)
                                .orElse("none")))
                .toList());
    }

    private static Optional<Standing> best(RoutePlanner planner, RouteQuery query) {
        try {
            return planner.plan(query).routes().stream().map(Route::standing).min(Enum::compareTo);
        } catch (InvalidRouteQueryException noSuchWay) {
            return Optional.empty();
        }
    }

    private static int rank(@org.jspecify.annotations.Nullable Optional<Standing> standing) {
        return standing == null || standing.isEmpty()
                ? Standing.values().length
                : standing.get().ordinal();
    }

    private Loop.Requests requests(StateCode code) {
        return jdbc.sql("""
                        select count(*) as number, (min(asked_at) at time zone 'UTC')::date as since,
                               count(*) filter (where outcome = 'refused') as refused,
                               count(*) filter (where missed) as late, count(*) filter (where loss is not null) as lost
                          from oversight.request_fact
                         where asked_at is not null and not to_provider
                           and (:isOwn and side = 'REQUESTED' or not :isOwn and side = 'REQUESTING' and counterpart_state = :state)
                        """)
                .param("isOwn", code.equals(own))
                .param("state", code.value())
                .query((row, _) -> new Loop.Requests(
                        row.getLong("number"),
                        row.getLong("refused"),
                        row.getLong("late"),
                        row.getLong("lost"),
                        Optional.ofNullable(row.getObject("since", LocalDate.class))))
                .single();
    }

    private Loop.Needs needs(StateCode code) {
        return jdbc.sql("""
                        select count(*) as declared, count(*) filter (where matched > 0) as matched,
                               count(*) filter (where delivered > 0) as delivered
                          from oversight.need_fact where state = :state and stands
                        """)
                .param("state", code.value())
                .query((row, _) ->
                        new Loop.Needs(row.getLong("declared"), row.getLong("matched"), row.getLong("delivered")))
                .single();
    }

    private Loop.Changes changes(LawBase base, StateCode from, StateCode to, LocalDate day) {
        int published =
                jdbc.sql("""
                        select count(*) from legislation.proposal
                         where edition is not null and :state = any (states)
                        """).param("state", to.value()).query(Integer.class).single();
        return new Loop.Changes(
                published, published == 0 ? Optional.empty() : Optional.of(opened(base, from, to, day)));
    }

    /** Each way by its provision counts for itself: a second way to the same data is worth having. */
    private static List<Gap.Way> opened(LawBase base, StateCode from, StateCode to, LocalDate day) {
        return Stream.of(List.of(from, to), List.of(to, from))
                .flatMap(way -> {
                    var before = ways(Shipped.LAW, way.getFirst(), way.getLast(), day);
                    return ways(base, way.getFirst(), way.getLast(), day).entrySet().stream()
                            .filter(it -> rank(Optional.of(it.getValue()))
                                    < rank(Optional.ofNullable(before.get(it.getKey()))))
                            .filter(it -> it.getValue() != Standing.CLOSED)
                            .map(it -> new Gap.Way(
                                    it.getKey().measure(),
                                    DataCategory.TRAFFIC,
                                    way.getFirst(),
                                    way.getLast(),
                                    it.getKey().provision(),
                                    Optional.ofNullable(before.get(it.getKey())),
                                    it.getValue()))
                            .sorted(Comparator.comparing(Gap.Way::measure).thenComparing(Gap.Way::provision));
                })
                .toList();
    }

    private record Way(Measure measure, String provision) {}

    private static Map<Way, Standing> ways(LawBase base, StateCode from, StateCode to, LocalDate day) {
        var planner = new RoutePlanner(base);
        var all = new HashMap<Way, Standing>();
        for (var measure : MEASURES) {
            try {
                planner.plan(new RouteQuery(from, to, day, measure, DataCategory.TRAFFIC, ILLEGAL_ACCESS))
                        .routes()
                        .forEach(it -> all.merge(
                                new Way(measure, it.provision()),
                                it.standing(),
                                (one, other) -> one.compareTo(other) <= 0 ? one : other));
            } catch (InvalidRouteQueryException noSuchWay) {
                continue;
            }
        }
        return all;
    }
}

package org.comity.node.oversight.loop;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Provision;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.StateCode;
import org.comity.law.matrix.Suppose;
import org.comity.node.settings.ComitySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds what hangs on a gap of a State's law. Which ways it holds up is asked of the planner, by planning once with the law as it
 * is and once as if it had what it lacks; nothing is guessed from the names of provisions.
 */
@Service
class TracingGaps {

    private static final Offence ILLEGAL_ACCESS = Offence.of("ets185:2");

    private final JdbcClient jdbc;
    private final StateCode own;

    TracingGaps(JdbcClient jdbc, ComitySettings settings) {
        this.jdbc = jdbc;
        this.own = StateCode.of(settings.state());
    }

    /** @param other the State from which routes are planned */
    Gap trace(LawBase law, StateCode state, StateCode other, LocalDate day, Provision lacking) {
        return new Gap(
                lacking,
                ways(law, state, other, day, lacking),
                requests(law, state, lacking),
                needs(state, lacking.id()));
    }

    private static List<Gap.Way> ways(LawBase law, StateCode state, StateCode other, LocalDate day, Provision lacking) {
        LawBase supposed;
        try {
            supposed = law.with(Suppose.of(law, day).covers(state, lacking.id()).changes());
        } catch (InvalidLawChangeException cantBeSupposed) {
            return List.of();
        }
        return queries(law, state, other, day, lacking)
                .flatMap(query -> better(query, standings(law, query), standings(supposed, query)))
                .toList();
    }

    /** An offence is asked about by others; a power serves them, and the State itself. */
    private static Stream<RouteQuery> queries(
            LawBase law, StateCode state, StateCode other, LocalDate day, Provision lacking) {
        if (law.offences().contains(lacking.id())) {
            return ReadingLoop.MEASURES.stream()
                    .map(measure -> query(other, state, day, measure, Offence.of(lacking.id())));
        }
        return law.measures().contains(lacking.measure())
                ? Stream.of(other, state).map(from -> query(from, state, day, lacking.measure(), ILLEGAL_ACCESS))
                : Stream.empty();
    }

    private static RouteQuery query(StateCode from, StateCode to, LocalDate day, Measure measure, Offence offence) {
        return new RouteQuery(
                from,
                to,
                day,
                measure,
                measure == Measure.INTERCEPT ? DataCategory.CONTENT : DataCategory.TRAFFIC,
                offence);
    }

    private static Stream<Gap.Way> better(RouteQuery query, Map<String, Standing> before, Map<String, Standing> after) {
        return after.entrySet().stream()
                .filter(it -> it.getValue() != Standing.CLOSED)
                .filter(it -> !before.containsKey(it.getKey())
                        || before.get(it.getKey()).compareTo(it.getValue()) > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(it -> new Gap.Way(
                        query.measure(),
                        query.dataCategory(),
                        query.requesting(),
                        query.requested(),
                        it.getKey(),
                        Optional.ofNullable(before.get(it.getKey())),
                        it.getValue()));
    }

    private static Map<String, Standing> standings(LawBase law, RouteQuery query) {
        var standings = new HashMap<String, Standing>();
        try {
            new RoutePlanner(law)
                    .plan(query)
                    .routes()
                    .forEach(route -> standings.merge(
                            route.provision(),
                            route.standing(),
                            (one, another) -> one.compareTo(another) <= 0 ? one : another));
        } catch (InvalidRouteQueryException noSuchWay) {
            return Map.of();
        }
        return standings;
    }

    private List<Gap.Asked> requests(LawBase law, StateCode state, Provision lacking) {
        return jdbc.sql("""
                        select id, reference, kind, (asked_at at time zone 'UTC')::date as day, outcome, ground, missed
                          from oversight.request_fact as fact
                         where asked_at is not null and not to_provider and (outcome = 'refused' or missed)
                           and (:isOwn and side = 'REQUESTED' or not :isOwn and side = 'REQUESTING' and counterpart_state = :state)
                           and (exists (select from oversight.request_offence as of
                                         where of.request = fact.id and of.provision = any (:provisions))
                                or :measure <> '' and oversight.measure_of(kind) = :measure)
                         order by asked_at desc, id
                        """)
                .param("isOwn", state.equals(own))
                .param("state", state.value())
                .param("provisions", sameConduct(law, lacking))
                .param("measure", lacking.isOffence() ? "" : lacking.measure().code())
                .query((row, _) -> new Gap.Asked(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getString("kind"),
                        row.getObject("day", LocalDate.class),
                        row.getString("outcome").equals("refused"),
                        row.getBoolean("missed"),
                        Optional.ofNullable(row.getString("ground"))))
                .list();
    }

    /** Whichever instrument a request names for the same conduct. */
    private static String[] sameConduct(LawBase law, Provision lacking) {
        return law.offences().contains(lacking.id())
                ? law.offences().stream()
                        .filter(it -> law.conduct(it).equals(law.conduct(lacking.id())))
                        .toArray(String[]::new)
                : new String[] {lacking.id()};
    }

    private List<Gap.Need> needs(StateCode state, String provision) {
        return jdbc.sql("""
                        select id, title from oversight.need_gap
                         where state = :state and provision = :provision order by title, id
                        """)
                .param("state", state.value())
                .param("provision", provision)
                .query((row, _) -> new Gap.Need(row.getString("id"), row.getString("title")))
                .list();
    }
}

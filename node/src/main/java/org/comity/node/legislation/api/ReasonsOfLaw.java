package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.law.Coded;
import org.comity.law.Comparison;
import org.comity.law.DataCategory;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.Export;
import org.comity.law.Facts;
import org.comity.law.Gaps;
import org.comity.law.Instrument;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.cli.Answers;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What follows from the facts: routes, dual criminality, gaps, comparison, and the standing of every pair of States. */
@RestController
@RequestMapping("/api/v1/law")
class ReasonsOfLaw {

    private static final String NONE = "none";

    private final Matrices matrices;

    ReasonsOfLaw(Matrices matrices) {
        this.matrices = matrices;
    }

    @GetMapping("/routes")
    ResponseEntity<byte[]> routes(Asked asked) {
        asked.takes("from", "to", "on", "measure", "data", "offence", "fact", "transborder", "format");
        RouteQuery plain = new RouteQuery(
                        asked.state("from").code(),
                        asked.state("to").code(),
                        asked.on(),
                        asked.measure("measure"),
                        asked.data("data"),
                        asked.offence("offence"))
                .with(asked.facts());
        RouteQuery query = asked.truth("transborder") ? plain.withTransborderAccess() : plain;
        return Reply.of(asked, () -> Answers.plan(new RoutePlanner(asked.law()).plan(query)));
    }

    @GetMapping("/dual-criminality")
    ResponseEntity<byte[]> dualCriminality(Asked asked) {
        asked.takes("from", "to", "on", "offence", "fact", "format");
        State from = asked.state("from");
        State to = asked.state("to");
        differ(from, to);
        LocalDate on = asked.on();
        Offence offence = asked.offence("offence");
        Facts facts = asked.facts();
        return Reply.of(
                asked,
                () -> ConductAsJson.of(
                        DualCriminalityAssessment.of(asked.law(), from.code(), to.code(), on, offence, facts)));
    }

    /** A State asks nothing of itself. */
    private static void differ(Object from, Object to) {
        if (from.equals(to)) {
            throw NotAnswered.invalid("to", "The two States must differ.", List.of());
        }
    }

    @GetMapping("/gaps/{state}/{instrument}")
    ResponseEntity<byte[]> gaps(
            @PathVariable("state") String code, @PathVariable("instrument") String id, Asked asked) {
        State state = asked.takes("on", "format").stateOfPath(code);
        Instrument instrument = asked.instrumentOfPath(id);
        LocalDate on = asked.on();
        Supplier<Gaps> gaps =
                () -> Gaps.of(asked.law(), state.code(), instrument.id(), on).orElseThrow();
        return Reply.of(
                asked,
                "gaps-" + state.code() + "-" + instrument.id(),
                () -> Answers.gaps(gaps.get()),
                () -> Answers.gapsTable(gaps.get()));
    }

    @GetMapping("/compare")
    ResponseEntity<byte[]> compare(Asked asked) {
        asked.takes("state", "instrument", "on", "format");
        List<State> states = asked.states("state", 2, 3);
        Instrument instrument = asked.instrument("instrument");
        LocalDate on = asked.on();
        Supplier<Comparison> compared = () ->
                Comparison.of(asked.law(), states.stream().map(State::code).toList(), instrument.id(), on);
        return Reply.of(
                asked,
                "compare-"
                        + String.join(
                                "-", states.stream().map(s -> s.code().value()).toList()),
                () -> Answers.comparison(compared.get()),
                () -> Answers.comparisonTable(compared.get()));
    }

    @GetMapping("/matrix")
    ResponseEntity<byte[]> matrix(Asked asked) {
        asked.takes("on", "measure", "data", "offence", "from", "to", "standing", "page", "size", "format");
        LocalDate on = asked.on();
        Measure measure = asked.measure("measure");
        DataCategory data = asked.data("data");
        Assistance assistance = new Assistance(measure, data, asked.offence("offence"));
        Optional<State> from = asked.findState("from");
        Optional<State> to = asked.findState("to");
        Optional<String> standing = asked.word(
                "standing",
                "standing",
                Stream.concat(Arrays.stream(Standing.values()).map(Coded::code), Stream.of(NONE)));
        return Reply.page(asked, () -> {
            CooperationMatrix matrix = matrices.on(asked.law(), on);
            List<Way> ways = matrix.states().stream()
                    .filter(code -> from.filter(one -> !one.code().equals(code)).isEmpty())
                    .flatMap(code -> matrix.states().stream()
                            .filter(other -> !other.equals(code)
                                    && to.filter(one -> !one.code().equals(other))
                                            .isEmpty())
                            .map(other -> Way.of(matrix, new Pair(code, other), assistance)))
                    .toList();
            return Listing.of(
                            asked,
                            "matrix-" + measure.code(),
                            ways,
                            way -> standing.filter(word -> !word.equals(way.standing()))
                                    .isEmpty(),
                            way -> way.founded(matrix, assistance).json(),
                            way -> way.founded(matrix, assistance).row())
                    .headed(object(
                            "on", on,
                            "measure", measure.code(),
                            "data", data.code(),
                            "offence", assistance.offence().code(),
                            "counts", counts(matrix.counts(assistance)),
                            "reasons", "/api/v1/law/routes"));
        });
    }

    /** How one State stands to another, by its best route. */
    private record Way(Pair pair, String standing) {

        static Way of(CooperationMatrix matrix, Pair pair, Assistance assistance) {
            return new Way(
                    pair,
                    matrix.standing(pair.from(), pair.to(), assistance)
                            .map(Standing::code)
                            .orElse(NONE));
        }

        Founded founded(CooperationMatrix matrix, Assistance assistance) {
            Optional<Route> best =
                    matrix.plan(pair, assistance).routes().stream().findFirst();
            return new Founded(
                    this,
                    best,
                    best.flatMap(route -> matrix.law()
                            .provision(route.provision())
                            .map(provision -> Sourced.Origin.of(route, provision))));
        }
    }

    /** A way with the provision that opens it or comes nearest; empty where no provision serves. */
    private record Founded(Way way, Optional<Route> best, Optional<Sourced.Origin> origin) {

        Map<String, @Nullable Object> json() {
            return object(
                    "from", way.pair().from(),
                    "to", way.pair().to(),
                    "standing", way.standing(),
                    "provision", best.map(Route::provision).orElse(null),
                    "source", origin.map(Sourced.Origin::source).orElse(null),
                    "asOf", origin.map(Sourced.Origin::asOf).orElse(null),
                    "basis", origin.map(o -> o.basis().code()).orElse(null));
        }

        Export.Row row() {
            return Export.row(
                    "from", way.pair().from(),
                    "to", way.pair().to(),
                    "standing", way.standing(),
                    "provision", best.map(Route::provision),
                    "source", origin.map(Sourced.Origin::source),
                    "as_of", origin.map(Sourced.Origin::asOf),
                    "basis", origin.map(o -> o.basis().code()));
        }
    }

    private static Object counts(Counts counts) {
        return object(
                "open",
                counts.open(),
                "conditional",
                counts.conditional(),
                "unknown",
                counts.unknown(),
                "closed",
                counts.closed(),
                NONE,
                counts.none());
    }
}

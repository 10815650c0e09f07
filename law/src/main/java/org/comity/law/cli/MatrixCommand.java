package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.Causes;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Reach;
import org.jspecify.annotations.Nullable;

/** {@code matrix --on 2026-01-01 --measure preserve}: how every pair of States stands. */
final class MatrixCommand implements Command {

    private static final String NONE = "none";

    private final Clock clock;

    MatrixCommand(Clock clock) {
        this.clock = clock;
    }

    /** Which pairs are listed one by one; none of these means the sums. */
    private record Wanted(Optional<StateCode> from, Optional<StateCode> to, boolean all) {

        boolean any() {
            return all || from.isPresent() || to.isPresent();
        }

        boolean has(Pair pair) {
            return from.filter(Predicate.not(pair.from()::equals)).isEmpty()
                    && to.filter(Predicate.not(pair.to()::equals)).isEmpty();
        }
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (Typed.asksForHelp(arguments)) {
            out.print(HELP);
            return ANSWERED;
        }
        Typed typed = Typed.of(
                        arguments,
                        List.of("--on", "--since", "--measure", "--data", "--offence", "--from", "--to"),
                        List.of("--pairs", "--json", "--csv"))
                .withoutWords();
        LawBase law = LawBase.load();
        Asked asked = new Asked(law);
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        DataCategory data = typed.value("--data").map(Asked::data).orElse(DataCategory.ANY);
        Offence offence = typed.value("--offence").map(asked::offence).orElse(Offence.other(""));
        Wanted wanted = new Wanted(
                typed.value("--from").map(text -> asked.party(text, "--from")),
                typed.value("--to").map(text -> asked.party(text, "--to")),
                typed.has("--pairs"));
        Optional<Measure> measure = typed.value("--measure").map(asked::measure);
        Optional<LocalDate> since = typed.value("--since").map(text -> Asked.day(text, "--since"));
        if ((wanted.any() || since.isPresent()) && measure.isEmpty()) {
            throw new NotUnderstoodException(
                    "The option --measure is missing; valid are " + Asked.codes(law.measures()) + ".");
        }
        if (since.isPresent()) {
            Causes causes = Causes.of(law, new Assistance(measure.orElseThrow(), data, offence), since.get(), on);
            out.print(new WhyTurned(law, causes).write(Form.of(typed), wanted.all()));
            return ANSWERED;
        }
        CooperationMatrix matrix = CooperationMatrix.on(law, on);
        List<Assistance> rows = measure.map(List::of).orElseGet(law::measures).stream()
                .map(m -> new Assistance(m, data, offence))
                .toList();
        Assistance first = rows.getFirst();
        Form form = Form.of(typed);
        if (wanted.any()) {
            out.print(form.write(
                    () -> title(matrix, first) + pairsAsText(matrix, first, wanted),
                    () -> json(matrix, first, "pairs", pairs(matrix, first, wanted)),
                    () -> pairsAsCsv(matrix, first, wanted)));
        } else if (measure.isPresent()) {
            out.print(form.write(
                    () -> title(matrix, first) + statesAsText(matrix, first),
                    () -> json(
                            matrix,
                            first,
                            "states",
                            matrix.reaches(first).stream()
                                    .map(MatrixCommand::json)
                                    .toList()),
                    () -> statesAsCsv(matrix, first)));
        } else {
            out.print(form.write(
                    () -> measuresAsText(matrix, rows), () -> measuresAsJson(matrix, rows), () -> csv(matrix, rows)));
        }
        return ANSWERED;
    }

    private static String title(CooperationMatrix matrix, Assistance assistance) {
        Counts counts = matrix.counts(assistance);
        return assistance.measure().code() + ", " + assistance.data().code() + " data, offence "
                + assistance.offence().code() + ", on " + matrix.day() + "\n\n"
                + String.format(
                        "%,8d ordered pairs of %d States%n",
                        counts.pairs(), matrix.states().size())
                + Arrays.stream(Standing.values())
                        .map(standing -> String.format("%,8d %s%n", counts.of(standing), standing.code()))
                        .collect(Collectors.joining())
                + String.format("%,8d without a provision that serves%n%n", counts.none());
    }

    // --- every State

    private static String statesAsText(CooperationMatrix matrix, Assistance assistance) {
        String line = "%-2s %-44s %6s %12s  %6s %12s%n";
        StringBuilder text = new StringBuilder();
        text.append(String.format(line, "", "", "asks:", "", "asked:", ""));
        text.append(String.format(line, "", "State", "open", "conditional", "open", "conditional"));
        matrix.reaches(assistance)
                .forEach(reach -> text.append(String.format(
                        line,
                        reach.state(),
                        Facts.clipped(
                                matrix.law()
                                        .state(reach.state())
                                        .map(State::name)
                                        .orElse(""),
                                44),
                        reach.asking().open(),
                        reach.asking().conditional(),
                        reach.asked().open(),
                        reach.asked().conditional())));
        return text.append("\nWhich pairs: --pairs, --from STATE, --to STATE. Why one stands so: the command route.\n")
                .toString();
    }

    private static Map<String, @Nullable Object> json(Reach reach) {
        return object("state", reach.state(), "asking", json(reach.asking()), "asked", json(reach.asked()));
    }

    private static Csv statesAsCsv(CooperationMatrix matrix, Assistance assistance) {
        Csv csv = Csv.of(
                "state",
                "asking_open",
                "asking_conditional",
                "asking_unknown",
                "asking_closed",
                "asking_none",
                "asked_open",
                "asked_conditional",
                "asked_unknown",
                "asked_closed",
                "asked_none");
        matrix.reaches(assistance)
                .forEach(reach -> csv.row(Stream.concat(
                                Stream.of(reach.state()),
                                Stream.concat(numbers(reach.asking()), numbers(reach.asked())))
                        .toArray()));
        return csv;
    }

    // --- every pair that is wanted

    private static Map<Pair, String> standings(CooperationMatrix matrix, Assistance assistance, Wanted wanted) {
        Map<Pair, String> standings = new LinkedHashMap<>();
        for (StateCode from : matrix.states()) {
            for (StateCode to : matrix.states()) {
                Pair pair = new Pair(from, to);
                if (!from.equals(to) && wanted.has(pair)) {
                    standings.put(
                            pair,
                            matrix.standing(from, to, assistance)
                                    .map(Standing::code)
                                    .orElse(NONE));
                }
            }
        }
        return standings;
    }

    private static String pairsAsText(CooperationMatrix matrix, Assistance assistance, Wanted wanted) {
        boolean byTo = wanted.from().isEmpty() && wanted.to().isPresent();
        Map<String, List<String>> grouped = new LinkedHashMap<>();
        standings(matrix, assistance, wanted).forEach((pair, standing) -> {
            if (wanted.from().isPresent() || wanted.to().isPresent() || isAWay(standing)) {
                String group = byTo ? "to " + pair.to() + " " + standing : "from " + pair.from() + " " + standing;
                grouped.computeIfAbsent(group, _ -> new ArrayList<>()).add((byTo ? pair.from() : pair.to()).value());
            }
        });
        return grouped.entrySet().stream()
                .map(group -> Facts.wrapped(
                        "",
                        group.getKey() + " (" + group.getValue().size() + "): " + String.join(" ", group.getValue())))
                .collect(Collectors.joining());
    }

    private static boolean isAWay(String standing) {
        return standing.equals(Standing.OPEN.code()) || standing.equals(Standing.CONDITIONAL.code());
    }

    private static List<Map<String, @Nullable Object>> pairs(
            CooperationMatrix matrix, Assistance assistance, Wanted wanted) {
        List<Map<String, @Nullable Object>> pairs = new ArrayList<>();
        standings(matrix, assistance, wanted)
                .forEach((pair, standing) ->
                        pairs.add(object("from", pair.from(), "to", pair.to(), "standing", standing)));
        return pairs;
    }

    private static Csv pairsAsCsv(CooperationMatrix matrix, Assistance assistance, Wanted wanted) {
        Csv csv = Csv.of("from", "to", "standing");
        standings(matrix, assistance, wanted).forEach((pair, standing) -> csv.row(pair.from(), pair.to(), standing));
        return csv;
    }

    // --- every measure

    private static String measuresAsText(CooperationMatrix matrix, List<Assistance> rows) {
        String line = "%-30s %8s %12s %8s %8s %8s%n";
        Assistance first = rows.getFirst();
        StringBuilder text = new StringBuilder("Ordered pairs of States on " + matrix.day() + ", "
                + first.data().code() + " data, offence " + first.offence().code() + "\n\n");
        text.append(String.format(line, "measure", "open", "conditional", "unknown", "closed", NONE));
        rows.forEach(row -> text.append(String.format(
                line,
                Stream.concat(Stream.of(row.measure().code()), numbers(matrix.counts(row)))
                        .toArray())));
        return text.toString();
    }

    private static Object measuresAsJson(CooperationMatrix matrix, List<Assistance> rows) {
        Map<String, Object> measures = new LinkedHashMap<>();
        rows.forEach(row -> measures.put(row.measure().code(), json(matrix.counts(row))));
        return object(
                "on", matrix.day(),
                "data", rows.getFirst().data().code(),
                "offence", rows.getFirst().offence().code(),
                "measures", measures);
    }

    private static Csv csv(CooperationMatrix matrix, List<Assistance> rows) {
        Csv csv = Csv.of("measure", "open", "conditional", "unknown", "closed", NONE);
        rows.forEach(row -> csv.row(Stream.concat(Stream.of(row.measure().code()), numbers(matrix.counts(row)))
                .toArray()));
        return csv;
    }

    private static Object json(CooperationMatrix matrix, Assistance assistance, String name, Object rows) {
        return object(
                "on",
                matrix.day(),
                "measure",
                assistance.measure().code(),
                "data",
                assistance.data().code(),
                "offence",
                assistance.offence().code(),
                "counts",
                json(matrix.counts(assistance)),
                name,
                rows);
    }

    private static Map<String, @Nullable Object> json(Counts counts) {
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

    private static Stream<Object> numbers(Counts counts) {
        return Stream.of(counts.open(), counts.conditional(), counts.unknown(), counts.closed(), counts.none());
    }

    private static final String HELP = """
            Tells how every ordered pair of States stands on a day, each by its best route.

              matrix --on 2026-01-01 --measure preserve [--data content] [--offence ets185:2] [--from PT] [--to BR]

              --on DATE         day of the request, year-month-day; today if left out
              --since DATE      what began or ended after that day, and which pairs each of it turned
              --measure WORD    what is asked; without it the sums of every measure are shown
              --data WORD       subscriber, traffic, content or any; any if left out
              --offence ID      provision that describes the offence; other if left out
              --from STATE      only the pairs in which this State asks
              --to STATE        only the pairs in which this State is asked
              --pairs           every pair, one by one
              --json, --csv     for programs and tables instead of text

            Exit status: 0 answered, 1 the data set is faulty, 2 the question was not understood.
            """;
}

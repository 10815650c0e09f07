package org.comity.law.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Coded;
import org.comity.law.DataCategory;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.RoutePlan;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.State;
import org.comity.law.StateCode;

/** {@code route --from PT --to BR --on 2024-05-01 --measure preserve --data content --offence ets185:2 [--json]}. */
final class RouteCommand {

    static final int ANSWERED = 0;
    static final int NOT_UNDERSTOOD = 2;

    private static final List<String> OPTIONS = List.of("--from", "--to", "--on", "--measure", "--data", "--offence");
    private static final int NEAREST = 5;

    private final LawBase law;
    private final Clock clock;

    RouteCommand(LawBase law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(help());
            return ANSWERED;
        }
        try {
            Map<String, String> options = options(arguments);
            RoutePlan plan = new RoutePlanner(law).plan(query(options));
            out.print(options.containsKey("--json") ? PlanAsJson.write(plan) : PlanAsText.write(plan, law));
            return ANSWERED;
        } catch (InvalidRouteQueryException e) {
            err.println(e.getMessage());
            err.println("“route --help” lists what can be asked.");
            return NOT_UNDERSTOOD;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            if (argument.equals("--json")) {
                options.put(argument, "");
            } else if (equals > 0 && OPTIONS.contains(argument.substring(0, equals))) {
                options.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else if (!OPTIONS.contains(argument)) {
                throw new InvalidRouteQueryException(
                        "Unknown option “" + argument + "”; valid are " + String.join(", ", OPTIONS) + " and --json.");
            } else if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
                throw new InvalidRouteQueryException("The option " + argument + " needs a value.");
            } else {
                options.put(argument, arguments.get(++i));
            }
        }
        return options;
    }

    private RouteQuery query(Map<String, String> options) {
        return new RouteQuery(
                state(options, "--from"),
                state(options, "--to"),
                Optional.ofNullable(options.get("--on")).map(RouteCommand::day).orElseGet(() -> LocalDate.now(clock)),
                measure(need(options, "--measure")),
                data(need(options, "--data")),
                Offence.of(need(options, "--offence")));
    }

    private static String need(Map<String, String> options, String option) {
        return Optional.ofNullable(options.get(option))
                .orElseThrow(() -> new InvalidRouteQueryException("The option " + option + " is missing."));
    }

    private StateCode state(Map<String, String> options, String option) {
        String text = need(options, option);
        return law.states().stream()
                .filter(state -> state.code().value().equalsIgnoreCase(text)
                        || state.iso3().equalsIgnoreCase(text)
                        || state.name().equalsIgnoreCase(text))
                .findFirst()
                .map(State::code)
                .orElseThrow(() -> new InvalidRouteQueryException("There is no State “" + text + "” for " + option
                        + "; write its two letters, such as PT. Nearest are " + nearest(text) + "."));
    }

    private String nearest(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return law.states().stream()
                .sorted(Comparator.comparingInt((State state) -> distance(wanted, state)))
                .limit(NEAREST)
                .map(state -> state.code() + " (" + state.name() + ")")
                .collect(Collectors.joining(", "));
    }

    private static int distance(String wanted, State state) {
        String name = state.name().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty() && name.startsWith(wanted)) {
            return 0;
        }
        String code = state.code().value().toLowerCase(Locale.ROOT);
        return Math.min(edits(wanted, code), edits(wanted, name)) + 1;
    }

    /** Levenshtein's distance: how many letters must be added, dropped or changed. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidRouteQueryException(
                    "“" + text + "” is not a date for --on; write year-month-day, such as 2024-05-01.");
        }
    }

    private Measure measure(String text) {
        return law.measure(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidRouteQueryException(
                        "There is no measure “" + text + "”; valid are " + codes(law.measures()) + "."));
    }

    private static DataCategory data(String text) {
        return Arrays.stream(DataCategory.values())
                .filter(category -> category.code().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRouteQueryException("There is no data category “" + text + "”; valid are "
                        + codes(List.of(DataCategory.values())) + "."));
    }

    private static String codes(List<? extends Coded> words) {
        return words.stream().map(Coded::code).collect(Collectors.joining(", "));
    }

    private String help() {
        List<String> lines = new ArrayList<>(List.of(
                "Finds the lawful routes from one State to another, with their reasons.",
                "",
                "  route --from PT --to BR --on 2024-05-01 --measure preserve --data content --offence ets185:2",
                "",
                "  --from STATE      requesting State: two letters, three letters or English name",
                "  --to STATE        requested State",
                "  --on DATE         day of the request, year-month-day; today if left out",
                "  --measure WORD    what is asked (below)",
                "  --data WORD       " + codes(List.of(DataCategory.values())),
                "  --offence ID      provision that describes the offence, or other, or other:description",
                "  --json            one JSON object instead of text",
                "",
                "Measures, and other words for them:"));
        law.measures().forEach(measure -> {
            List<String> synonyms = law.synonymsOf(measure);
            lines.add("  " + measure.code() + (synonyms.isEmpty() ? "" : "  (" + String.join(", ", synonyms) + ")"));
        });
        lines.add("");
        lines.add("Exit status: 0 answered, 2 the question was not understood.");
        lines.add("");
        return String.join("\n", lines);
    }
}

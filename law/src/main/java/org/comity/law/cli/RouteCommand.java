package org.comity.law.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.law.DataCategory;
import org.comity.law.Facts;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Offence;
import org.comity.law.RoutePlan;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;

/** {@code route --from PT --to BR --on 2024-05-01 --measure preserve --data content --offence ets185:2 [--json]}. */
final class RouteCommand implements Command {

    private static final List<String> OPTIONS =
            List.of("--from", "--to", "--on", "--measure", "--data", "--offence", "--fact");

    private final LawBase law;
    private final Clock clock;
    private final Asked asked;

    RouteCommand(LawBase law, Clock clock) {
        this.law = law;
        this.clock = clock;
        this.asked = new Asked(law);
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (Typed.asksForHelp(arguments)) {
            out.print(help());
            return ANSWERED;
        }
        try {
            Typed typed = Typed.of(arguments, OPTIONS, List.of("--json", "--transborder"))
                    .withoutWords();
            RoutePlan plan = new RoutePlanner(law).plan(query(typed));
            out.print(typed.has("--json") ? PlanAsJson.write(plan) : PlanAsText.write(plan, law));
            return ANSWERED;
        } catch (InvalidRouteQueryException e) {
            throw new NotUnderstoodException(String.valueOf(e.getMessage()));
        }
    }

    private RouteQuery query(Typed typed) {
        RouteQuery query = new RouteQuery(
                        asked.state(typed.need("--from"), "--from").code(),
                        asked.state(typed.need("--to"), "--to").code(),
                        typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock)),
                        asked.measure(typed.need("--measure")),
                        Asked.data(typed.need("--data")),
                        Offence.of(typed.need("--offence")))
                .with(Facts.of(typed.all("--fact")));
        return typed.has("--transborder") ? query.withTransborderAccess() : query;
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
                "  --data WORD       " + Asked.codes(List.of(DataCategory.values())),
                "  --offence ID      provision that describes the offence, or other, or other:description",
                "  --fact WORD       what is known of the conduct (below); may stand more than once",
                "  --transborder     also ways that leave the other State out (Budapest Convention, article 32)",
                "  --json            one JSON object instead of text",
                "",
                "Measures, and other words for them:"));
        law.measures().forEach(measure -> {
            List<String> synonyms = law.synonymsOf(measure);
            lines.add("  " + measure.code() + (synonyms.isEmpty() ? "" : "  (" + String.join(", ", synonyms) + ")"));
        });
        lines.add("");
        lines.add("Facts on which dual criminality may depend; what is not said stays open:");
        Facts.words().forEach(word -> lines.add("  " + word));
        lines.add("");
        lines.add("Exit status: 0 answered, 2 the question was not understood.");
        lines.add("");
        return String.join("\n", lines);
    }
}

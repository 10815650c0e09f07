package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.Coded;
import org.comity.law.Offence;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.matrix.Difference;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Scope;
import org.comity.law.matrix.Tally;
import org.comity.law.matrix.WhatIf;
import org.jspecify.annotations.Nullable;

/** Which ways would stand otherwise, in the form that is asked: all of them counted, or those of one pair. */
final class WhatWouldChange {

    private final WhatIf whatIf;
    private final Scope scope;

    WhatWouldChange(WhatIf whatIf, Scope scope) {
        this.whatIf = whatIf;
        this.scope = scope;
    }

    /** @param pairs whether every pair is told */
    String write(Form form, boolean pairs) {
        return form.write(() -> text(pairs), () -> json(pairs), () -> pairs ? pairsAsCsv() : statesAsCsv());
    }

    /** With one kind of assistance, both plans with all findings. */
    String write(Form form, Pair pair) {
        List<Difference.Way> ways = whatIf.difference().ways(pair);
        return form.write(() -> text(pair, ways), () -> json(pair, ways), () -> csv(ways));
    }

    private String text(boolean pairs) {
        Difference difference = whatIf.difference();
        StringBuilder text = new StringBuilder("On " + whatIf.before().day() + ", over "
                + scope.assistances().size()
                + " kinds of assistance (a way is an ordered pair of States and one kind of assistance):\n\n");
        text.append(heading("", 32));
        text.append(line("all", 32, difference.total()));
        text.append(table("measure", difference.byMeasure(), Coded::code));
        text.append(table("data", difference.byData(), Coded::code));
        text.append(table("offence", difference.byOffence(), Offence::code));
        if (difference.pairs().isEmpty()) {
            return text.append(
                            "\nNo way would stand otherwise: the law already says so, or nothing here depends on it.\n")
                    .toString();
        }
        text.append("\nWho gains, by the ways on which it asks or is asked:\n");
        difference
                .gains()
                .forEach(gain -> text.append(line(
                        gain.state() + " "
                                + Facts.clipped(
                                        whatIf.before()
                                                .law()
                                                .state(gain.state())
                                                .map(State::name)
                                                .orElse(""),
                                        28),
                        32,
                        gain.both())));
        if (pairs) {
            text.append("\nPairs:\n");
            difference.pairs().forEach((pair, tally) -> text.append(line(pair.from() + " " + pair.to(), 32, tally)));
        } else {
            text.append("\n")
                    .append(difference.pairs().size())
                    .append(" pairs; --pairs lists them, --from STATE --to STATE shows one with its reasons.\n");
        }
        return text.toString();
    }

    private static String heading(String name, int width) {
        return String.format(
                "%-" + width + "s %10s %12s %10s %8s%n", name, "opened", "conditional", "weakened", "lost");
    }

    private static String line(String name, int width, Tally tally) {
        return String.format(
                "%-" + width + "s %,10d %,12d %,10d %,8d%n",
                name,
                tally.opened(),
                tally.conditional(),
                tally.weakened(),
                tally.lost());
    }

    private static <K> String table(String name, Map<K, Tally> tallies, Function<K, String> word) {
        return tallies.size() < 2
                ? ""
                : "\nby " + name + "\n"
                        + tallies.entrySet().stream()
                                .map(entry -> line("  " + word.apply(entry.getKey()), 32, entry.getValue()))
                                .collect(Collectors.joining());
    }

    private Object json(boolean pairs) {
        Difference difference = whatIf.difference();
        Map<String, @Nullable Object> json = object(
                "on", whatIf.before().day(),
                "total", json(difference.total()),
                "byMeasure", json(difference.byMeasure(), Coded::code),
                "byData", json(difference.byData(), Coded::code),
                "byOffence", json(difference.byOffence(), Offence::code),
                "states",
                        difference.gains().stream()
                                .map(gain -> object(
                                        "state", gain.state(),
                                        "asking", json(gain.asking()),
                                        "asked", json(gain.asked())))
                                .toList());
        if (pairs) {
            List<Object> listed = new ArrayList<>();
            difference
                    .pairs()
                    .forEach((pair, tally) ->
                            listed.add(object("from", pair.from(), "to", pair.to(), "ways", json(tally))));
            json.put("pairs", listed);
        }
        return json;
    }

    static Map<String, @Nullable Object> json(Tally tally) {
        return object(
                "opened", tally.opened(),
                "conditional", tally.conditional(),
                "weakened", tally.weakened(),
                "lost", tally.lost());
    }

    private static <K> Object json(Map<K, Tally> tallies, Function<K, String> word) {
        Map<String, Object> json = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> json.put(word.apply(key), json(tally)));
        return json;
    }

    private Csv statesAsCsv() {
        Csv csv = Csv.of("state", "side", "opened", "conditional", "weakened", "lost");
        whatIf.difference().gains().forEach(gain -> {
            row(csv, gain.state(), "asks", gain.asking());
            row(csv, gain.state(), "asked", gain.asked());
        });
        return csv;
    }

    private Csv pairsAsCsv() {
        Csv csv = Csv.of("from", "to", "opened", "conditional", "weakened", "lost");
        whatIf.difference().pairs().forEach((pair, tally) -> row(csv, pair.from(), pair.to(), tally));
        return csv;
    }

    private static void row(Csv csv, Object one, Object other, Tally tally) {
        csv.row(one, other, tally.opened(), tally.conditional(), tally.weakened(), tally.lost());
    }

    private String text(Pair pair, List<Difference.Way> ways) {
        StringBuilder text = new StringBuilder(
                ways.size() + " ways from " + pair.from() + " to " + pair.to() + " would stand otherwise.\n");
        ways.forEach(way -> text.append(String.format(
                "%-12s %-30s %-11s %-12s was %s, is %s%n",
                way.turn().code(),
                way.assistance().measure().code(),
                way.assistance().data().code(),
                way.assistance().offence().code(),
                word(way.before()),
                word(way.after()))));
        if (scope.assistances().size() > 1) {
            return text.append("\nOne --measure, --data and --offence shows both plans with all findings.\n")
                    .toString();
        }
        WhatIf.Explained plans = whatIf.explain(pair, scope.assistances().getFirst());
        return text.append("\n--- as it is\n\n")
                .append(PlanAsText.write(plans.before(), whatIf.before().law()))
                .append("\n--- as it would be\n\n")
                .append(PlanAsText.write(plans.after(), whatIf.after().law()))
                .toString();
    }

    private Object json(Pair pair, List<Difference.Way> ways) {
        Map<String, @Nullable Object> json = object(
                "from",
                pair.from(),
                "to",
                pair.to(),
                "ways",
                ways.stream()
                        .map(way -> object(
                                "turn", way.turn().code(),
                                "measure", way.assistance().measure().code(),
                                "data", way.assistance().data().code(),
                                "offence", way.assistance().offence().code(),
                                "before", word(way.before()),
                                "after", word(way.after())))
                        .toList());
        if (scope.assistances().size() == 1) {
            WhatIf.Explained plans = whatIf.explain(pair, scope.assistances().getFirst());
            json.put("before", PlanAsJson.json(plans.before()));
            json.put("after", PlanAsJson.json(plans.after()));
        }
        return json;
    }

    private static Csv csv(List<Difference.Way> ways) {
        Csv csv = Csv.of("from", "to", "measure", "data", "offence", "turn", "before", "after");
        ways.forEach(way -> csv.row(
                way.pair().from(),
                way.pair().to(),
                way.assistance().measure().code(),
                way.assistance().data().code(),
                way.assistance().offence().code(),
                way.turn().code(),
                word(way.before()),
                word(way.after())));
        return csv;
    }

    private static String word(Optional<Standing> standing) {
        return standing.map(Standing::code).orElse("none");
    }
}

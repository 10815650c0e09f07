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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.Coded;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.Offence;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Difference;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Ranking;
import org.comity.law.matrix.Scope;
import org.comity.law.matrix.Suppose;
import org.comity.law.matrix.Tally;
import org.comity.law.matrix.WhatIf;
import org.jspecify.annotations.Nullable;

/** {@code whatif --accede KE:ets185 --on 2026-11-01}: which ways would stand otherwise. */
final class WhatIfCommand implements Command {

    private static final List<String> SUPPOSITIONS = List.of("--accede", "--withdraw", "--in-force", "--enact");

    private final Clock clock;

    WhatIfCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (Typed.asksForHelp(arguments)) {
            out.print(HELP);
            return ANSWERED;
        }
        List<String> withValue = new ArrayList<>(SUPPOSITIONS);
        withValue.addAll(List.of("--on", "--measure", "--data", "--offence", "--from", "--to", "--next", "--step"));
        Typed typed = Typed.of(arguments, withValue, List.of("--pairs", "--json", "--csv"))
                .withoutWords();
        LawBase law = LawBase.load();
        Asked asked = new Asked(law);
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        Scope scope = scope(typed, asked, law);
        Optional<String> next = typed.value("--next");
        if (next.isEmpty()
                && SUPPOSITIONS.stream().allMatch(option -> typed.all(option).isEmpty())) {
            throw new NotUnderstoodException(
                    "Say what is supposed: " + String.join(", ", SUPPOSITIONS) + "; or ask for the --next steps.");
        }
        Suppose suppose = suppose(typed, asked, Suppose.of(law, on));
        if (next.isPresent()) {
            CooperationMatrix world = CooperationMatrix.on(law, on).with(suppose.changes());
            List<Ranking.Step> steps = Ranking.next(world, scope, candidates(typed, world, scope), count(next.get()));
            out.print(Form.of(typed).write(() -> text(world, steps), () -> json(world, steps), () -> csvOf(steps)));
            return ANSWERED;
        }
        WhatIf whatIf = WhatIf.of(CooperationMatrix.on(law, on), suppose.changes(), scope);
        Form form = Form.of(typed);
        Optional<StateCode> from = typed.value("--from").map(text -> asked.party(text, "--from"));
        Optional<StateCode> to = typed.value("--to").map(text -> asked.party(text, "--to"));
        if (from.isPresent() && to.isPresent()) {
            Pair pair = new Pair(from.get(), to.get());
            List<Difference.Way> ways = whatIf.difference().ways(pair);
            out.print(form.write(
                    () -> pairAsText(whatIf, scope, pair, ways),
                    () -> pairAsJson(whatIf, scope, pair, ways),
                    () -> csv(ways)));
        } else if (from.isPresent() || to.isPresent()) {
            throw new NotUnderstoodException("To look at one pair, name both: --from and --to.");
        } else {
            boolean pairs = typed.has("--pairs");
            out.print(form.write(
                    () -> text(whatIf, scope, pairs),
                    () -> json(whatIf, pairs),
                    () -> pairs ? pairsAsCsv(whatIf) : statesAsCsv(whatIf)));
        }
        return ANSWERED;
    }

    private static Scope scope(Typed typed, Asked asked, LawBase law) {
        Scope all = Scope.of(law);
        return new Scope(
                some(typed.all("--measure"), asked::measure, all.measures()),
                some(typed.all("--data"), Asked::data, all.data()),
                some(typed.all("--offence"), asked::offence, all.offences()));
    }

    private static <T> List<T> some(List<String> words, Function<String, T> meaning, List<T> all) {
        return words.isEmpty() ? all : words.stream().map(meaning).distinct().toList();
    }

    // --- what is supposed

    private static Suppose suppose(Typed typed, Asked asked, Suppose suppose) {
        try {
            typed.all("--in-force")
                    .forEach(text ->
                            suppose.entersIntoForce(asked.instrument(text).id()));
            typed.all("--accede").forEach(text -> {
                String[] words = words(text, "--accede", "KE:ets185");
                suppose.accedes(
                        asked.party(words[0], "--accede"),
                        asked.instrument(words[1]).id());
            });
            typed.all("--withdraw").forEach(text -> {
                String[] words = words(text, "--withdraw", "DE:29(4) or DE:ets30:5");
                String[] place = words[1].contains(":") ? words[1].split(":", 2) : new String[] {"ets185", words[1]};
                suppose.withdraws(
                        asked.party(words[0], "--withdraw"),
                        asked.instrument(place[0]).id(),
                        place[1]);
            });
            typed.all("--enact").forEach(text -> {
                String[] words = words(text, "--enact", "KE:ets185:2");
                suppose.enacts(
                        asked.party(words[0], "--enact"),
                        asked.offence(words[1]).code());
            });
            return suppose;
        } catch (InvalidLawChangeException impossible) {
            throw new NotUnderstoodException(String.valueOf(impossible.getMessage()));
        }
    }

    private static String[] words(String text, String option, String example) {
        String[] words = text.split(":", 2);
        if (words.length < 2 || words[1].isBlank()) {
            throw new NotUnderstoodException(
                    "“" + text + "” says too little for " + option + "; write for example " + example + ".");
        }
        return words;
    }

    // --- what to do next

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= 100) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NotUnderstoodException("“" + text + "” is no number of steps for --next; write 1 to 100.");
    }

    private static List<Candidate> candidates(Typed typed, CooperationMatrix world, Scope scope) {
        List<String> kinds =
                Arrays.stream(Candidate.Kind.values()).map(Coded::code).toList();
        List<String> wanted = typed.all("--step");
        wanted.forEach(kind -> Asked.oneOf(kind, kinds, "step"));
        return Candidate.all(world, scope).stream()
                .filter(c -> wanted.isEmpty() || wanted.contains(c.kind().code()))
                .toList();
    }

    private static String text(CooperationMatrix world, List<Ranking.Step> steps) {
        String line = "%2s  %-8s %-2s %-16s %10s %10s %12s%n";
        StringBuilder text = new StringBuilder("Steps that would open most ways on " + world.day()
                + ", each after those before it:\n\n"
                + String.format(line, "", "step", "", "", "alone", "added", "together"));
        for (int i = 0; i < steps.size(); i++) {
            Ranking.Step step = steps.get(i);
            text.append(String.format(
                    line,
                    i + 1,
                    step.candidate().kind().code(),
                    step.candidate().state(),
                    step.candidate().what(),
                    String.format("%,d", step.alone().opened()),
                    String.format("%,d", step.added().opened()),
                    String.format("%,d", step.together().opened())));
        }
        return text.append(steps.isEmpty() ? "No step opens a way.\n" : "").toString();
    }

    private static Object json(CooperationMatrix world, List<Ranking.Step> steps) {
        return object(
                "on",
                world.day(),
                "steps",
                steps.stream()
                        .map(step -> object(
                                "step", step.candidate().kind().code(),
                                "state", step.candidate().state(),
                                "what", step.candidate().what(),
                                "alone", json(step.alone()),
                                "added", json(step.added()),
                                "together", json(step.together())))
                        .toList());
    }

    private static Csv csvOf(List<Ranking.Step> steps) {
        Csv csv = Csv.of("step", "state", "what", "alone_opened", "added_opened", "together_opened");
        steps.forEach(step -> csv.row(
                step.candidate().kind().code(),
                step.candidate().state(),
                step.candidate().what(),
                step.alone().opened(),
                step.added().opened(),
                step.together().opened()));
        return csv;
    }

    // --- the whole difference

    private static String text(WhatIf whatIf, Scope scope, boolean pairs) {
        Difference difference = whatIf.difference();
        StringBuilder text = new StringBuilder("On " + whatIf.before().day() + ", over "
                + scope.assistances().size()
                + " kinds of assistance (a way is an ordered pair of States and one kind of assistance):\n\n");
        text.append(heading("", 32));
        text.append(line("all", 32, difference.total()));
        text.append(table("measure", difference.byMeasure(), Coded::code));
        text.append(table("data", difference.byData(), Coded::code));
        text.append(table("offence", difference.byOffence(), Offence::code));
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

    private static Object json(WhatIf whatIf, boolean pairs) {
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

    private static Map<String, @Nullable Object> json(Tally tally) {
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

    private static Csv statesAsCsv(WhatIf whatIf) {
        Csv csv = Csv.of("state", "side", "opened", "conditional", "weakened", "lost");
        whatIf.difference().gains().forEach(gain -> {
            row(csv, gain.state(), "asks", gain.asking());
            row(csv, gain.state(), "asked", gain.asked());
        });
        return csv;
    }

    private static Csv pairsAsCsv(WhatIf whatIf) {
        Csv csv = Csv.of("from", "to", "opened", "conditional", "weakened", "lost");
        whatIf.difference().pairs().forEach((pair, tally) -> row(csv, pair.from(), pair.to(), tally));
        return csv;
    }

    private static void row(Csv csv, Object one, Object other, Tally tally) {
        csv.row(one, other, tally.opened(), tally.conditional(), tally.weakened(), tally.lost());
    }

    // --- one pair

    private static String pairAsText(WhatIf whatIf, Scope scope, Pair pair, List<Difference.Way> ways) {
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

    private static Object pairAsJson(WhatIf whatIf, Scope scope, Pair pair, List<Difference.Way> ways) {
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

    private static final String HELP = """
            Tells which ways between States would stand otherwise, if something in the law were otherwise.

              whatif --accede KE:ets185 --on 2026-11-01

              --accede STATE:INSTRUMENT     the State becomes a Party
              --withdraw STATE:ARTICLE      it takes back what it has reserved or declared; the article is one of ets185,
                                            unless named as in DE:ets30:5
              --in-force INSTRUMENT         the instrument enters into force
              --enact STATE:OFFENCE         the State makes it an offence in full, with a maximum of four years
              Each may stand more than once; all of it holds together from the day on.

              --next NUMBER                 the next steps that would open most ways after that, each after those before
              --step WORD                   only steps of this kind: accede, withdraw or enact; may stand more than once

              --on DATE                     the day, year-month-day; today if left out
              --measure, --data, --offence  only these kinds of assistance; each may stand more than once
              --pairs                       every pair
              --from STATE --to STATE       one pair; with one measure, data and offence both plans with all findings
              --json, --csv                 for programs and tables instead of text

            Exit status: 0 answered, 1 the data set is faulty, 2 the question was not understood.
            """;
}

package org.comity.law.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.comity.law.Coded;
import org.comity.law.Instrument;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Ranking;
import org.comity.law.matrix.Scope;
import org.comity.law.matrix.Suppose;
import org.comity.law.matrix.WhatIf;

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
        Suppose suppose = suppose(typed, asked, law, on);
        if (next.isPresent()) {
            CooperationMatrix world = CooperationMatrix.on(law, on).with(suppose.changes());
            List<Ranking.Step> steps = Ranking.next(world, scope, candidates(typed, world, scope), count(next.get()));
            out.print(NextSteps.write(Form.of(typed), world.day(), steps));
            return ANSWERED;
        }
        WhatIf whatIf = WhatIf.of(CooperationMatrix.on(law, on), suppose.changes(), scope);
        Form form = Form.of(typed);
        Optional<StateCode> from = typed.value("--from").map(text -> asked.party(text, "--from"));
        Optional<StateCode> to = typed.value("--to").map(text -> asked.party(text, "--to"));
        if (from.isPresent() && to.isPresent()) {
            out.print(new WhatWouldChange(whatIf, scope).write(form, new Pair(from.get(), to.get())));
        } else if (from.isPresent() || to.isPresent()) {
            throw new NotUnderstoodException("To look at one pair, name both: --from and --to.");
        } else {
            out.print(new WhatWouldChange(whatIf, scope).write(form, typed.has("--pairs")));
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

    private static Suppose suppose(Typed typed, Asked asked, LawBase law, LocalDate on) {
        Suppose suppose = Suppose.of(law, on);
        try {
            typed.all("--in-force").forEach(text -> {
                Instrument instrument = asked.instrument(text);
                if (instrument.inForceOn(on)) {
                    throw new NotUnderstoodException(instrument.id() + " is already in force on " + on + ".");
                }
                suppose.entersIntoForce(instrument.id());
            });
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

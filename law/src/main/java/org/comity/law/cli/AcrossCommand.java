package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.law.AcrossStates;
import org.comity.law.Citation;
import org.comity.law.Coverage;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.comity.law.StateCode;

/** {@code law across ets185:2 [--on DATE]}: how the law of every State covers one provision. */
final class AcrossCommand implements Command {

    private final Clock clock;

    AcrossCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(arguments, List.of("--on"), Form.OPTIONS);
        if (typed.words().size() != 1) {
            throw new NotUnderstoodException("Name a provision: law across ets185:2.");
        }
        LawBase law = LawBase.load();
        String subject = subject(typed.words().getFirst(), law);
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        AcrossStates across = AcrossStates.of(law, subject, on);
        out.print(Form.of(typed).write(() -> text(across, law), () -> json(across), () -> csv(across)));
        return ANSWERED;
    }

    private static String subject(String word, LawBase law) {
        if (law.offences().contains(word) || law.provision(word).isPresent()) {
            return word;
        }
        String instrument = word.split(":", 2)[0];
        throw new NotUnderstoodException(law.instrument(instrument)
                .map(found -> found.id() + " has no provision “" + word + "” in the data set; it has "
                        + String.join(
                                ", ",
                                found.provisions().stream().map(Provision::id).toList())
                        + ".")
                .orElse("There is no provision “" + word + "”; write the instrument and its article, such as ets185:2,"
                        + " or one of " + String.join(", ", law.offences()) + "."));
    }

    private static String text(AcrossStates across, LawBase law) {
        StringBuilder text = new StringBuilder(Facts.wrapped(
                "",
                across.subject() + across.provision().map(p -> ", " + p.title()).orElse("") + ", on " + across.on()));
        text.append(String.format("%n%-18s", ""));
        for (Coverage coverage : Coverage.values()) {
            text.append(String.format(" %7s", coverage.code()));
        }
        text.append('\n').append(line("all", across.counts()));
        across.countsByRegion(law)
                .forEach((region, counts) -> text.append(line(region.isEmpty() ? "of no group" : region, counts)));
        for (Coverage coverage : Coverage.values()) {
            across.states().stream()
                    .filter(row ->
                            row.coverage() == coverage && !row.citations().isEmpty())
                    .forEach(row -> text.append('\n').append(text(row, law)));
        }
        return text.append('\n')
                .append(without("searched, no law found: ", across, ProvisionInLaw::searched))
                .append(without("nothing known: ", across, row -> !row.searched()))
                .toString();
    }

    private static String line(String region, Map<Coverage, Integer> counts) {
        StringBuilder line = new StringBuilder(String.format("%-18s", region));
        for (Coverage coverage : Coverage.values()) {
            line.append(String.format(" %7d", counts.getOrDefault(coverage, 0)));
        }
        return line.append('\n').toString();
    }

    private static String without(String why, AcrossStates across, Predicate<ProvisionInLaw> which) {
        List<String> states = across.states().stream()
                .filter(row -> row.citations().isEmpty() && which.test(row))
                .map(row -> row.state().value())
                .toList();
        return states.isEmpty() ? "" : Facts.wrapped("", why + String.join(" ", states));
    }

    private static String text(ProvisionInLaw row, LawBase law) {
        StringBuilder text = new StringBuilder(row.coverage().code() + "  " + name(row.state(), law) + '\n');
        row.citations().forEach(citation -> {
            text.append(Facts.wrapped("    ", Facts.line(citation)));
            text.append(Facts.wrapped("      ", citation.provision().source()));
        });
        row.toCome().forEach(citation -> text.append(Facts.wrapped("    not yet in force: ", Facts.line(citation))));
        row.declared().forEach(declaration -> text.append(Facts.wrapped("    ", Facts.line(declaration))));
        return text.toString();
    }

    private static String name(StateCode state, LawBase law) {
        return law.state(state).map(State::name).orElse(state.value());
    }

    private static Object json(AcrossStates across) {
        Map<String, Object> counts = new LinkedHashMap<>();
        across.counts().forEach((coverage, count) -> counts.put(coverage.code(), count));
        return object(
                "provision", across.subject(),
                "title", across.provision().map(Provision::title).orElse(null),
                "on", across.on(),
                "counts", counts,
                "examples", across.examples().stream().map(Facts::json).toList(),
                "states", across.states().stream().map(Facts::json).toList());
    }

    /** One row for each citation, and one for each State without any. */
    private static Csv csv(AcrossStates across) {
        Csv csv = Csv.of(
                "state",
                "provision",
                "coverage",
                "citation",
                "heading",
                "penalty_max_months",
                "source",
                "as_of",
                "basis",
                "seen");
        for (ProvisionInLaw row : across.states()) {
            if (row.citations().isEmpty()) {
                row(csv, row, Optional.empty());
            }
            row.citations().forEach(citation -> row(csv, row, Optional.of(citation)));
        }
        return csv;
    }

    private static void row(Csv csv, ProvisionInLaw row, Optional<Citation> citation) {
        Optional<NationalProvision> provision = citation.map(Citation::provision);
        csv.row(
                row.state(),
                row.subject(),
                provision.map(NationalProvision::coverage).orElse(row.coverage().code()),
                citation.map(Citation::text),
                provision.map(NationalProvision::heading),
                provision.flatMap(NationalProvision::penaltyMaxMonths),
                provision.map(NationalProvision::source).orElse(row.source()),
                provision.map(NationalProvision::asOf).or(row::asOf),
                provision.map(p -> p.basis().code()).orElse(row.basis().code()),
                provision.flatMap(NationalProvision::seen));
    }
}

package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Citation;
import org.comity.law.Coded;
import org.comity.law.Comparison;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.jspecify.annotations.Nullable;

/** {@code law compare PT BR [KE] [--instrument ets185] [--on DATE]}: laws side by side, with their differences. */
final class CompareCommand implements Command {

    private static final int MOST = 3;

    private final Clock clock;

    CompareCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(arguments, List.of("--instrument", "--on"), Form.OPTIONS);
        if (typed.words().size() < 2 || typed.words().size() > MOST) {
            throw new NotUnderstoodException("Name two or three States: law compare PT BR.");
        }
        LawBase law = LawBase.load();
        Asked asked = new Asked(law);
        List<StateCode> states = typed.words().stream()
                .map(word -> asked.state(word, "the comparison").code())
                .distinct()
                .toList();
        if (states.size() < 2) {
            throw new NotUnderstoodException("Name two different States to compare.");
        }
        Instrument instrument = asked.instrument(typed.value("--instrument").orElse("ets185"));
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        Comparison comparison = Comparison.of(law, states, instrument.id(), on);
        out.print(Form.of(typed).write(() -> text(comparison), () -> json(comparison), () -> csv(comparison)));
        return ANSWERED;
    }

    private static String text(Comparison comparison) {
        StringBuilder text =
                new StringBuilder(comparison.states().stream().map(State::name).collect(Collectors.joining(", ")));
        text.append(" under ")
                .append(comparison.instrument().shortTitle())
                .append(" on ")
                .append(comparison.on())
                .append("\n")
                .append(comparison.differing().size())
                .append(" of ")
                .append(comparison.rows().size())
                .append(" offences and powers differ; those are marked with *.\n");
        comparison.rows().forEach(row -> text.append('\n').append(text(row)));
        return text.toString();
    }

    private static String text(Comparison.Row row) {
        StringBuilder text = new StringBuilder(String.format(
                "%s %-12s %s%n",
                row.differences().isEmpty() ? " " : "*",
                row.provision().id(),
                Facts.clipped(row.provision().title(), 80)));
        if (!row.differences().isEmpty()) {
            text.append(Facts.wrapped("    ", "differ in " + differences(row) + elements(row)));
        }
        row.laws().forEach(law -> text.append(Facts.wrapped("    ", line(law))));
        return text.toString();
    }

    private static String differences(Comparison.Row row) {
        return row.differences().stream().map(Coded::code).collect(Collectors.joining(", "));
    }

    private static String elements(Comparison.Row row) {
        return row.elements().isEmpty()
                ? ""
                : ": "
                        + row.elements().stream()
                                .map(element -> element.replace('_', ' '))
                                .collect(Collectors.joining(", "));
    }

    private static String line(ProvisionInLaw law) {
        return law.state() + "  " + law.coverage().code() + "  "
                + law.best().map(Facts::line).orElse(law.searched() ? "no law found" : "nothing known")
                + law.declared().stream()
                        .map(d -> "; " + d.kind() + " on article " + d.article())
                        .collect(Collectors.joining());
    }

    static Map<String, @Nullable Object> json(Comparison comparison) {
        return object(
                "instrument", comparison.instrument().id(),
                "on", comparison.on(),
                "states", comparison.states().stream().map(State::code).toList(),
                "rows", comparison.rows().stream().map(CompareCommand::json).toList());
    }

    private static Object json(Comparison.Row row) {
        return object(
                "provision", row.provision().id(),
                "title", row.provision().title(),
                "differences", row.differences().stream().map(Coded::code).toList(),
                "elements", row.elements(),
                "laws", row.laws().stream().map(Facts::json).toList());
    }

    static Csv csv(Comparison comparison) {
        Csv csv = Csv.of(
                "provision",
                "state",
                "coverage",
                "citation",
                "heading",
                "penalty_max_months",
                "elements",
                "differences",
                "source",
                "as_of",
                "basis");
        comparison
                .rows()
                .forEach(row -> row.laws().forEach(law -> {
                    Optional<NationalProvision> best = law.best().map(Citation::provision);
                    csv.row(
                            row.provision().id(),
                            law.state(),
                            law.coverage().code(),
                            law.best().map(Citation::text),
                            best.map(NationalProvision::heading),
                            best.flatMap(NationalProvision::penaltyMaxMonths),
                            best.map(CompareCommand::elements),
                            row.differences().stream().map(Coded::code).collect(Collectors.joining("|")),
                            law.source(),
                            law.standsFor(),
                            law.basis().code());
                }));
        return csv;
    }

    private static String elements(NationalProvision provision) {
        return provision.elements().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .sorted()
                .collect(Collectors.joining("|"));
    }
}

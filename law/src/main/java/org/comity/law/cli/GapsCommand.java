package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Citation;
import org.comity.law.Coverage;
import org.comity.law.Declaration;
import org.comity.law.Gaps;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.jspecify.annotations.Nullable;

/** {@code law gaps KE ets185 [--on DATE]}: what the law of a State still lacks under an instrument. */
final class GapsCommand implements Command {

    private final Clock clock;

    GapsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(arguments, List.of("--on"), Form.OPTIONS);
        if (typed.words().size() != 2) {
            throw new NotUnderstoodException("Name a State and an instrument: law gaps KE ets185.");
        }
        LawBase law = LawBase.load();
        Asked asked = new Asked(law);
        State state = asked.state(typed.words().getFirst(), "the first word");
        Instrument instrument = asked.instrument(typed.words().getLast());
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        Gaps gaps = Gaps.of(law, state.code(), instrument.id(), on).orElseThrow();
        out.print(Form.of(typed).write(() -> text(gaps), () -> json(gaps), () -> csv(gaps)));
        return ANSWERED;
    }

    private static String text(Gaps gaps) {
        StringBuilder text = new StringBuilder();
        text.append(gaps.state().name())
                .append(" and ")
                .append(gaps.instrument().shortTitle())
                .append(" on ")
                .append(gaps.on())
                .append("\n\n");
        text.append(Facts.wrapped("", Facts.line(gaps.accession())));
        gaps.accession()
                .tie()
                .ifPresent(tie -> text.append(Facts.wrapped("  ", Facts.sure(tie) + ": " + tie.source())));
        text.append(Facts.wrapped("", counted(gaps)));
        gaps.provisions().forEach(row -> text.append('\n').append(text(row)));
        return text.toString();
    }

    private static String counted(Gaps gaps) {
        if (gaps.required().isEmpty()) {
            return "This data set names no offence or power that this instrument asks for in the law of a Party.";
        }
        Map<Coverage, Integer> counts = gaps.counts();
        return "Of " + gaps.required().size() + " provisions that the law of a Party must cover, its law covers "
                + counts.get(Coverage.FULL) + " fully, " + counts.get(Coverage.PARTIAL) + " partly, "
                + counts.get(Coverage.NONE) + " not; of " + counts.get(Coverage.UNKNOWN)
                + " this data set cannot tell.";
    }

    private static String text(Gaps.Row row) {
        StringBuilder text = new StringBuilder(String.format(
                "%-8s %-12s %s%n",
                row.coverage().code(),
                row.provision().id(),
                Facts.clipped(row.provision().title(), 76)));
        ProvisionInLaw law = row.law();
        law.citations().forEach(citation -> {
            text.append(Facts.wrapped("    ", Facts.line(citation)));
            text.append(Facts.wrapped("      ", citation.provision().source()));
        });
        law.toCome()
                .forEach(citation -> text.append(Facts.wrapped("    ", "not yet in force: " + Facts.line(citation))));
        law.declared().forEach(declaration -> text.append(Facts.wrapped("    ", Facts.line(declaration))));
        row.provision()
                .text("national_law")
                .ifPresent(asks -> text.append(Facts.wrapped(
                        "    ", "asks: " + asks + " (" + row.provision().basis().code() + ").")));
        row.near()
                .forEach(similar -> similar.best()
                        .ifPresent(best -> text.append(
                                Facts.wrapped("    ", "similar, " + similar.subject() + ": " + Facts.line(best)))));
        if (law.citations().isEmpty()) {
            text.append(Facts.wrapped("    ", (law.searched() ? "no law found: " : "nothing known: ") + law.source()));
        }
        return text.toString();
    }

    static Map<String, @Nullable Object> json(Gaps gaps) {
        Map<String, Object> counts = new LinkedHashMap<>();
        gaps.counts().forEach((coverage, count) -> counts.put(coverage.code(), count));
        return object(
                "state", gaps.state().code(),
                "instrument", gaps.instrument().id(),
                "on", gaps.on(),
                "accession", Facts.json(gaps.accession()),
                "counts", counts,
                "toEnact", gaps.toEnact().stream().map(r -> r.provision().id()).toList(),
                "toLookUp",
                        gaps.toLookUp().stream().map(r -> r.provision().id()).toList(),
                "provisions", gaps.provisions().stream().map(GapsCommand::json).toList());
    }

    private static Object json(Gaps.Row row) {
        return object(
                "provision", row.provision().id(),
                "title", row.provision().title(),
                "kind", row.provision().kind(),
                "mustBeInLaw", row.mustBeInLaw(),
                "asks", row.provision().text("national_law").orElse(null),
                "law", Facts.json(row.law()),
                "similar",
                        row.near().stream()
                                .map(similar -> object(
                                        "provision",
                                        similar.subject(),
                                        "coverage",
                                        similar.coverage().code()))
                                .toList());
    }

    static Csv csv(Gaps gaps) {
        Csv csv = Csv.of(
                "state",
                "provision",
                "kind",
                "must_be_in_law",
                "coverage",
                "citation",
                "heading",
                "penalty_max_months",
                "declared",
                "source",
                "as_of",
                "basis",
                "seen");
        for (Gaps.Row row : gaps.provisions()) {
            if (row.law().citations().isEmpty()) {
                row(csv, gaps, row, Optional.empty());
            }
            row.law().citations().forEach(citation -> row(csv, gaps, row, Optional.of(citation)));
        }
        return csv;
    }

    private static void row(Csv csv, Gaps gaps, Gaps.Row row, Optional<Citation> citation) {
        Optional<NationalProvision> provision = citation.map(Citation::provision);
        csv.row(
                gaps.state().code(),
                row.provision().id(),
                row.provision().kind(),
                row.mustBeInLaw(),
                provision.map(NationalProvision::coverage).orElse(row.coverage().code()),
                citation.map(Citation::text),
                provision.map(NationalProvision::heading),
                provision.flatMap(NationalProvision::penaltyMaxMonths),
                String.join(
                        "|",
                        row.law().declared().stream().map(Declaration::article).toList()),
                provision.map(NationalProvision::source).orElse(row.law().source()),
                provision.map(NationalProvision::asOf).or(row.law()::asOf),
                provision.map(p -> p.basis().code()).orElse(row.law().basis().code()),
                provision.flatMap(NationalProvision::seen));
    }
}

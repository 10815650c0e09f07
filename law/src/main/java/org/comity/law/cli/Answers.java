package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.law.Authority;
import org.comity.law.Citation;
import org.comity.law.Coded;
import org.comity.law.Comparison;
import org.comity.law.Declaration;
import org.comity.law.Export;
import org.comity.law.Finding;
import org.comity.law.Gaps;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Provision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.RequestElement;
import org.comity.law.RoutePlan;
import org.comity.law.State;
import org.comity.law.Status;
import org.comity.law.matrix.Causes;
import org.jspecify.annotations.Nullable;

/**
 * What the commands answer, as objects for {@link Json} and as tables, so that every interface for programs says the same
 * thing in the same words.
 */
public final class Answers {

    private Answers() {}

    /** As {@code route --json}. */
    public static Map<String, @Nullable Object> plan(RoutePlan plan) {
        return PlanAsJson.json(plan);
    }

    /** As {@code law show STATE --json}: all that is known of a State on a day. */
    public static Map<String, @Nullable Object> profile(LawBase law, State state, LocalDate on) {
        return ShowCommand.json(ShowCommand.Profile.of(law, state, on));
    }

    /** As {@code law gaps STATE INSTRUMENT --json}. */
    public static Map<String, @Nullable Object> gaps(Gaps gaps) {
        return GapsCommand.json(gaps);
    }

    public static Csv gapsTable(Gaps gaps) {
        return GapsCommand.csv(gaps);
    }

    /** As {@code law compare A B --json}. */
    public static Map<String, @Nullable Object> comparison(Comparison comparison) {
        return CompareCommand.json(comparison);
    }

    public static Csv comparisonTable(Comparison comparison) {
        return CompareCommand.csv(comparison);
    }

    /** Who a State is, without what it is bound by. */
    public static Map<String, @Nullable Object> state(State state) {
        return object(
                "state", state.code(),
                "iso3", state.iso3(),
                "m49", state.m49(),
                "name", state.name(),
                "names", state.names(),
                "group", state.group(),
                "memberships", state.memberships().stream().sorted().toList(),
                "languages", state.languages(),
                "note", state.note());
    }

    public static Map<String, @Nullable Object> status(Status status) {
        return Facts.json(status);
    }

    public static Map<String, @Nullable Object> declaration(Declaration declaration) {
        return Facts.json(declaration);
    }

    public static Map<String, @Nullable Object> authority(Authority authority) {
        return PlanAsJson.authority(authority);
    }

    public static Map<String, @Nullable Object> finding(Finding finding) {
        return PlanAsJson.finding(finding);
    }

    /** A provision of national law as a lawyer cites it. */
    public static Map<String, @Nullable Object> citation(Citation citation) {
        return Facts.json(citation);
    }

    /** What the law of one State has for a provision. */
    public static Map<String, @Nullable Object> inLaw(ProvisionInLaw law) {
        return Facts.json(law);
    }

    /** An instrument without its provisions. */
    public static Map<String, @Nullable Object> instrument(Instrument instrument) {
        return object(
                "id", instrument.id(),
                "title", instrument.title(),
                "shortTitle", instrument.shortTitle(),
                "symbol", instrument.text("symbol").orElse(null),
                "depositary", instrument.text("depositary").orElse(null),
                "adopted", instrument.text("adopted").orElse(null),
                "opened", instrument.text("opened").orElse(null),
                "inForce", instrument.inForce().orElse(null),
                "appliesFrom", instrument.appliesFrom().orElse(null),
                "source", instrument.source(),
                "asOf", instrument.asOf(),
                "basis", instrument.basis().code());
    }

    /** A provision with its deadlines, closed list of refusal grounds and what a request must contain. */
    public static Map<String, @Nullable Object> provision(Provision provision) {
        return object(
                "id", provision.id(),
                "instrument", provision.instrument(),
                "article", provision.article(),
                "kind", provision.kind(),
                "title", provision.title(),
                "subject", provision.subject(),
                "measure", provision.measure().code(),
                "dataCategories",
                        provision.dataCategories().stream()
                                .map(Coded::code)
                                .sorted()
                                .toList(),
                "correspondsTo", provision.correspondsTo().orElse(null),
                "mustBeInNationalLaw", provision.mustBeInNationalLaw(),
                "deadlines",
                        provision.deadlines().stream().map(PlanAsJson::deadline).toList(),
                "refusalGrounds",
                        provision.refusalGrounds().stream()
                                .map(PlanAsJson::ground)
                                .toList(),
                "requestContents",
                        provision.requestContents().stream()
                                .map(Answers::element)
                                .toList(),
                "source", provision.source(),
                "asOf", provision.asOf(),
                "basis", provision.basis().code());
    }

    private static Map<String, @Nullable Object> element(RequestElement element) {
        return object(
                "id", element.id(),
                "article", element.article(),
                "text", element.text(),
                "part", element.part().orElse(null));
    }

    /** What turned which pairs, one line a pair. */
    public static Csv causes(Causes causes) {
        return WhyTurned.csv(causes);
    }

    /** Rows of the data set under their own columns; a list in a cell is parted by bars. */
    public static Csv table(List<String> columns, List<Export.Row> rows) {
        Csv csv = Csv.of(columns.toArray(String[]::new));
        rows.forEach(row ->
                csv.row(row.cells().values().stream().map(ExportCommand::cell).toArray()));
        return csv;
    }
}

package org.comity.node.forum.report;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Office;
import org.comity.node.forum.meeting.Symbol;

/** Makes a first draft of a report from the records of its meeting. */
public final class ReportBuilding {

    private ReportBuilding() {}

    public static Report of(String id, Report.Model model, LocalDate date, ReportSources sources) {
        var meeting = sources.meeting();
        var draft = switch (model) {
            case EXPERT_GROUP -> new ExpertGroupReport(sources);
            case ADDENDUM -> new AddendumReport(sources);
        };
        var blocks = draft.blocks();
        return new Report(
                id,
                meeting.id(),
                model,
                draft.symbol()
                        .orElseGet(() -> Symbol.next(
                                        sources.body().series(), meeting.from().getYear(), "L.", meeting.symbols())
                                .toString()),
                date,
                model == Report.Model.ADDENDUM
                        ? sources.parent().map(Body::name).orElse("")
                        : "",
                sources.body().name(),
                model == Report.Model.ADDENDUM ? ReportDraft.ordinal(meeting.session()) + " session" : "",
                meeting.place() + ", " + ReportDraft.span(meeting.from(), meeting.until()),
                rapporteur(sources),
                "en",
                model == Report.Model.ADDENDUM && !meeting.agenda().isEmpty()
                        ? meeting.agenda().getFirst().title()
                        : "",
                blocks,
                Optional.empty());
    }

    private static String rapporteur(ReportSources sources) {
        return sources.body().officesOn(sources.meeting().from()).stream()
                .filter(it -> it.kind() == Office.Kind.RAPPORTEUR)
                .map(Office::state)
                .findFirst()
                .orElse("");
    }
}

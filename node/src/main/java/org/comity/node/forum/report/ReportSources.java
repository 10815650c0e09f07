package org.comity.node.forum.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.recommendation.Compilation;
import org.comity.node.forum.silence.SilenceProcedure;

/**
 * The records from which a report is built.
 *
 * @param parent of the body
 * @param others meetings of the same body, in any order
 * @param dates the procedure by which the days of the meeting were decided
 * @param confirmedOn when that was confirmed
 * @param names of a State on a day, as inside a sentence; what is no State's code stays as it is
 * @param themes of the compilation in words
 */
public record ReportSources(
        Body body,
        Optional<Body> parent,
        Meeting meeting,
        List<Meeting> others,
        Map<String, Mandate> mandates,
        Compilation compilation,
        Optional<SilenceProcedure> dates,
        Optional<LocalDate> confirmedOn,
        Quantifiers quantifiers,
        BiFunction<String, LocalDate, String> names,
        Function<String, String> themes) {

    String name(String code) {
        return names.apply(code, meeting.from());
    }

    Mandate mandate(String id) {
        return java.util.Objects.requireNonNull(mandates.get(id), id);
    }
}

package org.comity.node.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.CaseFileId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the data of each case was thought to be, from the first assessment to the last. */
@Repository
class Assessments {

    private final JdbcClient jdbc;

    Assessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when another assessment took this number meanwhile; nothing was added */
    boolean add(Assessment assessment) {
        return jdbc.sql("""
                        insert into cooperation.assessment
                               (case_file, number, standing, candidates, note, made_by, made_at)
                        values (:caseFile, :number, :standing, :candidates::jsonb, :note, :by, :at)
                        on conflict (case_file, number) do nothing
                        """)
                        .param("caseFile", assessment.caseFile().value())
                        .param("number", assessment.number())
                        .param("standing", assessment.standing().name())
                        .param("candidates", StoredJson.write(assessment.candidates()))
                        .param("note", assessment.note())
                        .param("by", assessment.by())
                        .param("at", Times.stored(assessment.at()))
                        .update()
                == 1;
    }

    /** Newest first, by the primary key. */
    List<Assessment> of(CaseFileId caseFile) {
        return jdbc.sql("select * from cooperation.assessment where case_file = :caseFile order by number desc")
                .param("caseFile", caseFile.value())
                .query(Assessments::read)
                .list();
    }

    private static Assessment read(ResultSet row, int index) throws SQLException {
        return new Assessment(
                new CaseFileId(row.getObject("case_file", UUID.class)),
                row.getInt("number"),
                Standing.valueOf(row.getString("standing")),
                List.of(StoredJson.read(row.getString("candidates"), Candidate[].class)),
                row.getString("note"),
                row.getString("made_by"),
                Times.read(row, "made_at"));
    }
}

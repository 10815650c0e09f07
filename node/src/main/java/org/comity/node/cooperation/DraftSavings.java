package org.comity.node.cooperation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.node.cooperation.request.DraftPart;
import org.comity.node.cooperation.request.DraftSaved;
import org.comity.node.cooperation.request.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saved which version of a draft. */
@Repository
class DraftSavings {

    private final JdbcClient jdbc;

    DraftSavings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RequestId draft, int version, DraftSaved saved) {
        jdbc.sql("""
                        insert into cooperation.draft_saving (request, version, saved_by, saved_at, parts)
                        values (:request, :version, :by, :at, string_to_array(:parts, ','))
                        """)
                .param("request", draft.value())
                .param("version", version)
                .param("by", saved.by())
                .param("at", Times.stored(saved.at()))
                .param("parts", saved.parts().stream().map(DraftPart::name).collect(Collectors.joining(",")))
                .update();
    }

    /** Oldest first. */
    List<DraftSaved> since(RequestId draft, int version) {
        return jdbc.sql("""
                        select saved_by, saved_at, parts from cooperation.draft_saving
                        where request = :request and version > :version
                        order by version
                        """)
                .param("request", draft.value())
                .param("version", version)
                .query((row, number) -> new DraftSaved(
                        row.getString("saved_by"),
                        Times.read(row, "saved_at"),
                        Arrays.stream((String[]) row.getArray("parts").getArray())
                                .map(DraftPart::valueOf)
                                .toList()))
                .list();
    }
}

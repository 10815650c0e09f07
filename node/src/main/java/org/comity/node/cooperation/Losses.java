package org.comity.node.cooperation;

import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.clock.LossCause;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was lost, by request. */
@Repository
class Losses {

    private final JdbcClient jdbc;

    Losses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of what was recorded before. */
    void put(RequestId request, RecordedLoss loss) {
        jdbc.sql("""
                        insert into cooperation.loss (request, cause, remark, recorded_by, recorded_by_name, recorded_at)
                        values (:request, :cause, :remark, :by, :byName, :at)
                        on conflict (request) do update
                        set cause = :cause, remark = :remark, recorded_by = :by, recorded_by_name = :byName, recorded_at = :at
                        """)
                .param("request", request.value())
                .param("cause", loss.cause().name())
                .param("remark", loss.remark())
                .param("by", loss.by().value())
                .param("byName", loss.byName())
                .param("at", Times.stored(loss.at()))
                .update();
    }

    /** @return whether there was one */
    boolean remove(RequestId request) {
        return jdbc.sql("delete from cooperation.loss where request = :request")
                        .param("request", request.value())
                        .update()
                > 0;
    }

    Optional<RecordedLoss> find(RequestId request) {
        return jdbc.sql("select * from cooperation.loss where request = :request")
                .param("request", request.value())
                .query((row, _) -> new RecordedLoss(
                        LossCause.valueOf(row.getString("cause")),
                        row.getString("remark"),
                        new PersonId(row.getObject("recorded_by", UUID.class)),
                        row.getString("recorded_by_name"),
                        Times.read(row, "recorded_at")))
                .optional();
    }
}

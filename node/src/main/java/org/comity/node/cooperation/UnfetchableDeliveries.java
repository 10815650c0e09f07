package org.comity.node.cooperation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.UnfetchableDelivery;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What providers deliver by reference without saying what it is, so that a person asks them. */
@Repository
class UnfetchableDeliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnfetchableDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A delivery of that order can't be fetched. Published once for each, within the transaction. */
    record Found(RequestId request, UUID delivery) {}

    /** @return whether it was not known before */
    boolean add(RequestId request, UUID id, String name, String address, Noted why) {
        return jdbc.sql("""
                        insert into cooperation.unfetchable_delivery (request, id, name, address, why, heard_at)
                        values (:request, :id, :name, :address, :why, :at)
                        on conflict (request, id) do nothing
                        """)
                        .param("request", request.value())
                        .param("id", id)
                        .param("name", name)
                        .param("address", address)
                        .param("why", why.stored())
                        .param("at", Times.stored(clock.instant()))
                        .update()
                > 0;
    }

    /** The provider has delivered it with all that is needed. */
    void remove(RequestId request, UUID id) {
        jdbc.sql("delete from cooperation.unfetchable_delivery where request = :request and id = :id")
                .param("request", request.value())
                .param("id", id)
                .update();
    }

    /** Oldest first. */
    List<UnfetchableDelivery> of(RequestId request) {
        return jdbc.sql("""
                        select id, name, address, why, heard_at from cooperation.unfetchable_delivery
                        where request = :request order by heard_at, id
                        """)
                .param("request", request.value())
                .query((row, number) -> new UnfetchableDelivery(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("address"),
                        Noted.read(row.getString("why")).said(),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

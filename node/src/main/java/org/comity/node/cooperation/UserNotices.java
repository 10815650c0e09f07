package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.journal.Journaled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons whose data a provider handed over are to be told. An order that asks for silence says why and until when: then
 * it is due when the silence ends; without an end, once the issuer has named one.
 */
@Service
@Transactional
public class UserNotices {

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserNotices(JdbcClient jdbc, Visibility visibility, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.events = events;
        this.clock = clock;
    }

    /** @param dueAt empty while the issuer has named no end of its silence */
    public record Owed(RequestId order, String reference, PartyId issuer, Optional<Instant> dueAt) {}

    /** The person was told. */
    record Told(RequestId order, String how, String actor) implements Journaled {

        @Override
        public String subject() {
            return "request:" + order;
        }

        @Override
        public String what() {
            return "user-informed";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("how", how);
        }
    }

    void owed(Request order) {
        var silence = order.content().confidentiality();
        var due = silence.wanted()
                ? silence.until().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                : Optional.of(clock.instant());
        jdbc.sql("""
                        insert into cooperation.user_notice (request, due_at) values (:order, :due)
                        on conflict (request) do nothing
                        """)
                .param("order", order.id().value())
                .param("due", Times.stored(due))
                .update();
    }

    /** What is due first; by the partial index user_notice_open. */
    @Transactional(readOnly = true)
    public List<Owed> open(Person person) {
        if (!Visibility.ofOrders(person) && !person.may(Power.READ_EVERYTHING)) {
            return List.of();
        }
        return jdbc.sql("""
                        select request.id, request.reference, request.counterpart, due_at
                          from cooperation.user_notice join cooperation.request on request.id = user_notice.request
                         where told_at is null
                         order by due_at nulls last, request.reference
                        """)
                .query((row, number) -> new Owed(
                        new RequestId(row.getObject("id", UUID.class)),
                        row.getString("reference"),
                        new PartyId(row.getString("counterpart")),
                        Times.find(row, "due_at")))
                .list();
    }

    /** @param how such as by mail to the account's address */
    public void told(Person person, RequestId id, String how) {
        var order = visibility.held(person, id);
        Permissions.answers(person, order);
        var said = Permissions.said("how", how, "cooperation.refused.how-told");
        int changed = jdbc.sql("""
                        update cooperation.user_notice set told_at = :at, told_by = :by, how = :how
                        where request = :order and told_at is null and due_at <= :at
                        """)
                .param("order", id.value())
                .param("at", Times.stored(clock.instant()))
                .param("by", person.name())
                .param("how", said)
                .update();
        if (changed == 0) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.still-silent", order.reference()));
        }
        events.publishEvent(new Told(id, said, person.name()));
    }
}

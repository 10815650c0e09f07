package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.node.cooperation.request.ActRefused;
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
 * At which numbers authorities are called back. They are taken in while nothing presses, from a source other than the
 * authority's own messages, by whoever keeps the node's directory.
 */
@Service
@Transactional
public class RegisteredNumbers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisteredNumbers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param answers the role or desk that answers there */
    public record Entry(PartyId authority, String number, String answers, String registeredBy, Instant registeredAt) {}

    /** A number was taken in. */
    record Registered(PartyId authority, String number, String actor) implements Journaled {

        @Override
        public String subject() {
            return "authority:" + authority;
        }

        @Override
        public String what() {
            return "call-back-number-registered";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("number", number);
        }
    }

    public void register(Person person, PartyId authority, String number, String answers) {
        if (!person.may(Power.MANAGE_PEERS)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.register-number"));
        }
        var digits = number.replaceAll("[\\s()./-]", "");
        if (!digits.matches("\\+[1-9]\\d{5,14}")) {
            throw new ActRefused.Malformed("number", Said.of("cooperation.refused.number-form"));
        }
        var now = clock.instant();
        jdbc.sql("""
                        insert into cooperation.registered_number (authority, number, answers, registered_by, registered_at)
                        values (:authority, :number, :answers, :by, :at)
                        on conflict (authority, number) do update set answers = excluded.answers
                        """)
                .param("authority", authority.value())
                .param("number", digits)
                .param("answers", Permissions.said("answers", answers, "cooperation.refused.answers-there"))
                .param("by", person.name())
                .param("at", Times.stored(now))
                .update();
        events.publishEvent(new Registered(authority, digits, person.name()));
    }

    @Transactional(readOnly = true)
    public List<Entry> all() {
        return jdbc.sql("select * from cooperation.registered_number order by authority, number")
                .query((row, index) -> new Entry(
                        new PartyId(row.getString("authority")),
                        row.getString("number"),
                        row.getString("answers"),
                        row.getString("registered_by"),
                        Times.read(row, "registered_at")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Entry> of(PartyId authority) {
        return all().stream()
                .filter(entry -> entry.authority().equals(authority))
                .toList();
    }

    boolean isRegistered(PartyId authority, String number) {
        return of(authority).stream().anyMatch(entry -> entry.number().equals(number));
    }

    /** Somebody called the authority back before, on this order or on an earlier one. */
    boolean hasBeenCalled(PartyId authority) {
        return jdbc.sql("""
                        select exists (
                               select from cooperation.step
                                 join cooperation.request on request.id = step.request
                                where request.counterpart = :authority and step.event = 'CALLED_BACK')
                        """)
                .param("authority", authority.value())
                .query(Boolean.class)
                .single();
    }
}

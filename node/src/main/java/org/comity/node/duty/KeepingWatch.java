package org.comity.node.duty;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Beginning and ending a shift, and who is on one. */
@Service
public class KeepingWatch {

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingWatch(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The desks at which somebody can be on duty: their units, or the node's one desk. */
    public static List<String> desksOf(Person person) {
        return person.units().isEmpty()
                ? List.of("")
                : person.units().stream().sorted().toList();
    }

    /** Whoever is on another shift ends that one by beginning this. */
    @Transactional
    public void begin(Person person, String desk) {
        check(person, desk);
        end(person);
        jdbc.sql("insert into duty.shift (id, person, desk, began_at) values (:id, :person, :desk, :now)")
                .param("id", UUID.randomUUID())
                .param("person", person.id().value())
                .param("desk", desk)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new DutyStep.ShiftBegan(desk, person.name()));
    }

    @Transactional
    public void end(Person person) {
        jdbc.sql("""
                        update duty.shift set ended_at = :now
                        where person = :person and ended_at is null returning desk
                        """)
                .param("person", person.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("desk"))
                .optional()
                .ifPresent(desk -> events.publishEvent(new DutyStep.ShiftEnded(desk, person.name())));
    }

    /** Who began a shift and did not end it, and still works here. Index: shift_open. */
    public List<Shift> now() {
        record Row(PersonId person, String desk, OffsetDateTime beganAt) {}
        return jdbc
                .sql("select person, desk, began_at from duty.shift where ended_at is null order by began_at")
                .query((row, number) -> new Row(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("desk"),
                        row.getObject("began_at", OffsetDateTime.class)))
                .list()
                .stream()
                .flatMap(row -> people.find(row.person()).stream()
                        .map(person ->
                                new Shift(person, row.desk(), row.beganAt().toInstant())))
                .toList();
    }

    public Optional<Shift> of(Person person) {
        return now().stream()
                .filter(shift -> shift.person().id().equals(person.id()))
                .findFirst();
    }

    /** Who holds a role and is on duty; if nobody is, everyone who holds it, so that nothing is told to no one. */
    public List<Person> onDuty(Role role) {
        List<Person> onDuty = now().stream()
                .map(Shift::person)
                .filter(person -> person.is(role))
                .toList();
        return onDuty.isEmpty() ? people.with(role) : onDuty;
    }

    /** As {@link #onDuty(Role)}, by what somebody may do. */
    public List<Person> onDuty(Power power) {
        List<Person> onDuty = now().stream()
                .map(Shift::person)
                .filter(person -> person.may(power))
                .toList();
        return onDuty.isEmpty() ? people.with(power) : onDuty;
    }

    static void check(Person person, String desk) {
        if (!person.may(Power.KEEP_WATCH)) {
            throw new DutyRefused("desk", "duty.refused.role");
        }
        if (!Stream.concat(Stream.of(""), person.units().stream()).toList().contains(desk)) {
            throw new DutyRefused("desk", "duty.refused.desk");
        }
    }
}

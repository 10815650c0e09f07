package org.comity.node.notice;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;

/**
 * To whom something is told. Whether they may see what it is about is for the room to know that tells it: of a case file that
 * is not open to all, name only those who see it.
 */
public sealed interface Audience {

    record These(Set<PersonId> people) implements Audience {}

    record With(Role role) implements Audience {}

    record OnDuty(Power power) implements Audience {}

    record Unit(String name) implements Audience {}

    record Called(String text) implements Audience {}

    record But(Audience others, PersonId not) implements Audience {}

    static Audience of(PersonId person) {
        return new These(Set.of(person));
    }

    static Audience of(Collection<Person> people) {
        return new These(people.stream().map(Person::id).collect(Collectors.toSet()));
    }

    static Audience with(Role role) {
        return new With(role);
    }

    /** Who is on duty and may do it; if nobody is, everyone who may. */
    static Audience onDuty(Power power) {
        return new OnDuty(power);
    }

    static Audience unit(String name) {
        return new Unit(name);
    }

    /** Everyone whom a text calls by name, as in {@code @Duty officer}. */
    static Audience calledIn(String text) {
        return new Called(text);
    }

    /** Nobody needs to be told what they did themselves. */
    default Audience but(PersonId not) {
        return new But(this, not);
    }
}

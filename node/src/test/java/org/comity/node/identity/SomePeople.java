package org.comity.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.node.time.WallTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests who are really on the node: pages look them up with each request. */
public final class SomePeople {

    private SomePeople() {}

    public static Person with(JdbcClient jdbc, Role... roles) {
        var id = UUID.randomUUID();
        var person = new Person(
                new PersonId(id),
                roles[0].name().toLowerCase() + " " + id.toString().substring(0, 4),
                Set.of(roles));
        new People(jdbc, WallTime.clock()).add(person, "s" + id, Instant.parse("2026-01-01T00:00:00Z"));
        return person;
    }

    /** Of this State, office or organisation. */
    public static Person of(JdbcClient jdbc, String unit, Role... roles) {
        var person = with(jdbc, roles);
        jdbc.sql("update identity.person set units = array[:unit] where id = :id")
                .param("unit", unit)
                .param("id", person.id().value())
                .update();
        return new Person(person.id(), person.name(), person.ownRoles(), Set.of(unit), List.of(), false);
    }

    /** For a browser: somebody who can go through both doors. */
    public static void enrolled(Enrolment enrolment, String signInName, String password, String secret, Role... roles) {
        enrolment.addForExercise(signInName, signInName, password, secret, Set.of(roles));
    }

    /** For {@code MockMvc}: the person passed both factors. */
    public static RequestPostProcessor signedIn(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new SignedIn(person, WallTime.clock().instant()));
    }
}

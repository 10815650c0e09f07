package org.comity.node.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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
        new People(jdbc).add(person, "s" + id, Instant.parse("2026-01-01T00:00:00Z"));
        return person;
    }

    /** Somebody with both factors, as a real authenticator and a real memory would hold them. */
    public record Enrolled(Person person, String signInName, String password, String secret) {}

    /** Invites a person and ends the invitation, by the steps of the welcome page. */
    public static Enrolled enrolled(Enrolment enrolment, Role... roles) {
        var administrator = new Person(new PersonId(UUID.randomUUID()), "administrator", Set.of(Role.ADMINISTRATOR));
        String signInName = "e" + UUID.randomUUID().toString().substring(0, 8);
        String name = roles[0].name().toLowerCase().replace('_', ' ') + " " + signInName.substring(1, 5);
        String token = enrolment.invite(administrator, name, signInName, Set.of(roles));
        var person = enrolment.invitation(token).orElseThrow().invited().orElseThrow();
        String password = "three calm horses";
        String secret = TimeCode.newSecret(new SecureRandom());
        String code = TimeCode.now(secret, Clock.systemUTC().instant());
        enrolment.complete(token, new Enrolment.Chosen(name, signInName, password, secret, code));
        return new Enrolled(person, signInName, password, secret);
    }

    /** For {@code MockMvc}: the person passed both factors. */
    public static RequestPostProcessor signedIn(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(new SignedIn(person));
    }
}

package org.comity.node.identity;

import java.util.Set;
import java.util.UUID;

/** Someone who can pass both pages of the door, for tests with a browser. */
public record WithSignIn(String signInName, String password, String secret) {

    public static WithSignIn of(Enrolment enrolment, String name, Role... roles) {
        var person = new WithSignIn("b" + UUID.randomUUID(), "three calm horses", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        enrolment.addForExercise(name, person.signInName(), person.password(), person.secret(), Set.of(roles));
        return person;
    }
}

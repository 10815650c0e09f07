package org.comity.node.oversight;

import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;

/** Who may do what here. */
public final class Overseeing {

    private Overseeing() {}

    /** Reads all that oversight has; programs too. */
    public static boolean mayRead(Person person) {
        return person.may(Power.READ_EVERYTHING);
    }

    /** Decides for oversight: draws, finds, closes, publishes. Never a program. */
    public static boolean mayDecide(Person person) {
        return mayRead(person) && !person.machine();
    }

    /** Takes complaints in: oversight itself, and those who answer for the State or the provider. */
    public static boolean mayTakeIn(Person person) {
        return mayDecide(person) || !person.machine() && (person.may(Power.ANSWER) || person.may(Power.PRODUCE));
    }

    /** For whoever may not, there is nothing. */
    public static Person reader(Person person) {
        if (!mayRead(person)) {
            throw OversightRefused.notThere();
        }
        return person;
    }

    public static Person overseer(Person person) {
        reader(person);
        if (person.machine()) {
            throw new OversightRefused("role", Said.of("oversight.refused.machine"));
        }
        return person;
    }
}

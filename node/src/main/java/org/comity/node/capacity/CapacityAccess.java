package org.comity.node.capacity;

import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;

/** Who may do what here. The register is open to all who work on the node; what a State says of itself is not. */
public final class CapacityAccess {

    private CapacityAccess() {}

    public static boolean mayKeep(Person person) {
        return person.may(Power.KEEP_CAPACITY);
    }

    /** The self-assessment and the plans. What became of a match stands with its need, for all to see. */
    public static boolean maySee(Person person) {
        return mayKeep(person) || person.may(Power.READ_EVERYTHING);
    }

    public static boolean mayReview(Person person) {
        return person.may(Power.OFFER_ASSISTANCE);
    }

    public static boolean mayEnter(Person person, Kind kind) {
        return mayKeep(person)
                || kind.isOfPartners() && mayReview(person) && !person.units().isEmpty();
    }

    /** A partner changes what is of the institution that their unit names, and nothing else. */
    public static boolean mayChange(Person person, Kind kind, Entry entry) {
        return mayKeep(person) || mayEnter(person, kind) && person.units().contains(entry.institution());
    }

    /** Whether somebody answers for the institution that would help. */
    static boolean answersFor(Person person, String provider) {
        return mayKeep(person) || mayReview(person) && person.units().contains(provider);
    }

    static void keeper(Person person) {
        need(mayKeep(person), "capacity.refused.keeper");
    }

    static void need(boolean holds, String key) {
        if (!holds) {
            throw CapacityRefused.of("role", key);
        }
    }
}

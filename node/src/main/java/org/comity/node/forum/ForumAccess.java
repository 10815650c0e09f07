package org.comity.node.forum;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.forum.meeting.Distribution;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Statement;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;

/** Who may do what in the forum. A delegate's unit is the delegation, written as {@link Party} is: {@code BR}. */
public final class ForumAccess {

    private ForumAccess() {}

    public static boolean mayKeep(Person person) {
        return person.may(Power.KEEP_FORUM);
    }

    public static boolean mayReport(Person person) {
        return person.may(Power.WRITE_REPORT) || mayKeep(person);
    }

    /** Who said what, credentials, and other restricted parts of the record. */
    public static boolean maySeeRestricted(Person person) {
        return mayReport(person) || person.may(Power.READ_EVERYTHING);
    }

    /** The delegation for which somebody speaks. */
    public static Optional<Party> delegationOf(Person person) {
        return person.may(Power.SPEAK_IN_FORUM) ? partyAmong(person.units()) : Optional.empty();
    }

    private static Optional<Party> partyAmong(Set<String> units) {
        return units.stream().sorted().flatMap(unit -> Party.of(unit).stream()).findFirst();
    }

    /** A delegation sees its own, and what others let be known; who keeps the record sees all. */
    public static List<Statement> statementsFor(Person person, Meeting meeting) {
        var own = delegationOf(person);
        return meeting.statements().stream()
                .filter(it -> maySeeRestricted(person)
                        || it.distribution() == Distribution.GENERAL
                        || own.filter(it.party()::equals).isPresent())
                .toList();
    }

    /** Drafts of reports and procedures under way are for who takes part. */
    public static boolean takesPart(Person person) {
        return maySeeRestricted(person) || delegationOf(person).isPresent();
    }

    static void keeper(Person person) {
        need(mayKeep(person), "forum.refused.keeper");
    }

    static void rapporteur(Person person) {
        need(mayReport(person), "forum.refused.rapporteur");
    }

    static Party delegate(Person person) {
        return delegationOf(person).orElseThrow(() -> new ForumRefused("role", Said.of("forum.refused.delegate")));
    }

    private static void need(boolean holds, String key) {
        if (!holds) {
            throw new ForumRefused("role", Said.of(key));
        }
    }
}

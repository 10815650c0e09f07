package org.comity.node.gazette;

import java.util.List;
import java.util.Optional;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;

/** A room that can make something of one kind of announcement. */
public interface TakingOver {

    /**
     * Where an announcement of a need or an offer says field by field what it says. One that has only a text is for people to
     * read, and there is nothing to take over.
     */
    String ENTRY = "entry";

    AnnouncementKind kind();

    /** What it would change here, without changing it. */
    Effect effectOf(Received received);

    /** Whether this person may take it over. */
    boolean isOpenTo(Person person);

    /**
     * Takes it over as this person's act, within the caller's transaction.
     *
     * @return page of this node with what was made of it
     * @throws GazetteRefused if it does not fit
     */
    String take(Received received, Person by);

    /**
     * Takes it over under the standing rule that a person set, if that is safe without another look; within the caller's
     * transaction.
     *
     * @param rule who set the rule
     * @return page with what was made of it; empty if it must wait for a person
     */
    Optional<String> takeByRule(Received received, String rule);

    /** The publisher took back what was taken over here: people must know. */
    void revoked(Received received);

    /**
     * @param obstacles why it cannot be taken over as it stands; empty if it can
     * @param lines each fact that would change
     */
    record Effect(List<Said> obstacles, List<Line> lines) {

        public Effect {
            obstacles = List.copyOf(obstacles);
            lines = List.copyOf(lines);
        }

        public boolean fits() {
            return obstacles.isEmpty();
        }
    }

    /** One fact before and after; either may be empty. */
    record Line(String what, String before, String after) {}
}

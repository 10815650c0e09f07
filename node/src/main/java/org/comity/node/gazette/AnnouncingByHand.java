package org.comity.node.gazette;

import java.util.Map;
import java.util.Set;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person makes something public that no step of this node announces by itself. */
@Service
@Transactional
public class AnnouncingByHand {

    public static final int LONGEST_TEXT = 8000;

    private static final Set<Role> WRITERS =
            Set.of(Role.ADMINISTRATOR, Role.LAWYER, Role.LAW_EXPERT, Role.LAW_REVIEWER, Role.SECRETARIAT);

    private final OwnGazette gazette;
    private final Cards cards;
    private final Peers peers;

    AnnouncingByHand(OwnGazette gazette, Cards cards, Peers peers) {
        this.gazette = gazette;
        this.cards = cards;
        this.peers = peers;
    }

    /** A statement to everybody, so never a program's. */
    public static boolean mayAnnounce(Person person) {
        return !person.machine() && WRITERS.stream().anyMatch(person::is);
    }

    public Published text(AnnouncementKind kind, String title, String text, Person by) {
        writer(by);
        if (!kind.isText()) {
            throw new GazetteRefused("kind", Said.of("gazette.refused.kind"));
        }
        if (title.isBlank() || title.strip().length() > Announcement.LONGEST_TITLE) {
            throw new GazetteRefused("title", Said.of("gazette.refused.title", Announcement.LONGEST_TITLE));
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new GazetteRefused("text", Said.of("gazette.refused.text", LONGEST_TEXT));
        }
        return gazette.publish(kind, "", title, Map.of("text", text.strip()), by.name());
    }

    /** Lets those who follow this node know of a peer, by the peer's own signed card. */
    public Published introduce(PartyId party, Person by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new GazetteRefused("peer", Said.of("gazette.refused.administrator"));
        }
        return cards.introduce(
                peers.find(party)
                        .orElseThrow(
                                () -> new GazetteRefused("peer", Said.of("gazette.refused.no-peer", party.value()))),
                by);
    }

    public Published revoke(long position, String why, Person by) {
        writer(by);
        return gazette.revoke(position, why, by.name());
    }

    private static void writer(Person person) {
        if (!mayAnnounce(person)) {
            throw new GazetteRefused("", Said.of("gazette.refused.role"));
        }
    }
}

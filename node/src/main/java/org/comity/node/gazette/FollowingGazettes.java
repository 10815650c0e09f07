package org.comity.node.gazette;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person decides whose gazette is followed, by which rule, and what is made of what stands in it. */
@Service
@Transactional
public class FollowingGazettes {

    /** Kinds for which there may be a standing rule; all others are for people to read. */
    public static final Set<AnnouncementKind> WITH_RULE =
            Set.of(AnnouncementKind.LAW_CHANGE, AnnouncementKind.DIRECTORY_CARD);

    private static final int LONGEST_REASON = 500;

    private final FollowedGazettes followed;
    private final ReceivedAnnouncements received;
    private final ReadingGazettes reading;
    private final Peers peers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowingGazettes(
            FollowedGazettes followed,
            ReceivedAnnouncements received,
            ReadingGazettes reading,
            Peers peers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.followed = followed;
        this.received = received;
        this.reading = reading;
        this.peers = peers;
        this.events = events;
        this.clock = clock;
    }

    /** Who may decide whom this node follows. */
    public static boolean mayFollow(Person person) {
        return person.is(Role.ADMINISTRATOR);
    }

    /** Who may let facts of law in without another look: those who review law here. */
    public static boolean mayApply(Person person, AnnouncementKind kind) {
        return kind == AnnouncementKind.LAW_CHANGE ? person.is(Role.LAW_REVIEWER) : mayFollow(person);
    }

    /**
     * Follows a peer's gazette from its beginning, or goes on.
     *
     * @param address of a mirror; empty for the peer's own node
     */
    public Followed follow(PartyId party, String address, Person by) {
        if (!mayFollow(by)) {
            throw new GazetteRefused("party", Said.of("gazette.refused.administrator"));
        }
        Peer peer = peers.find(party)
                .orElseThrow(() -> new GazetteRefused("party", Said.of("gazette.refused.no-peer", party.value())));
        URI place = address.isBlank() ? tiles(peer.card().url()) : mirror(address.strip());
        Optional<Followed> before = followed.lock(party);
        Followed now = new Followed(
                party,
                place,
                before.map(Followed::applied).orElse(Set.of()),
                clock.instant(),
                by.name(),
                before.map(Followed::taken).orElse(0L),
                before.flatMap(Followed::lookedAt),
                Optional.empty(),
                false);
        followed.keep(now);
        events.publishEvent(GazetteStep.following(now, "gazette-followed", by.name()));
        return now;
    }

    static URI tiles(URI node) {
        return URI.create(node + "/gazette/log/");
    }

    private static URI mirror(String address) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address : address + "/");
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new GazetteRefused("address", Said.of("gazette.refused.address"));
    }

    public void stop(PartyId party, Person by) {
        if (!mayFollow(by)) {
            throw new GazetteRefused("party", Said.of("gazette.refused.administrator"));
        }
        Followed known = known(party);
        Followed stopped = new Followed(
                party,
                known.address(),
                Set.of(),
                known.since(),
                known.by(),
                known.taken(),
                known.lookedAt(),
                Optional.empty(),
                true);
        followed.keep(stopped);
        events.publishEvent(GazetteStep.following(stopped, "gazette-left", by.name()));
    }

    /** Sets or lifts the standing rule of one kind. */
    public void rule(PartyId party, AnnouncementKind kind, boolean apply, Person by) {
        if (!WITH_RULE.contains(kind) || !mayApply(by, kind)) {
            throw new GazetteRefused("rule", Said.of("gazette.refused.rule"));
        }
        Followed known = known(party);
        Set<AnnouncementKind> applied = Stream.concat(
                        known.applied().stream().filter(it -> it != kind), apply ? Stream.of(kind) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
        Followed ruled = new Followed(
                party,
                known.address(),
                applied,
                known.since(),
                by.name(),
                known.taken(),
                known.lookedAt(),
                known.trouble(),
                known.stopped());
        followed.keep(ruled);
        events.publishEvent(GazetteStep.following(ruled, "gazette-rule-set", by.name()));
    }

    private Followed known(PartyId party) {
        return followed.lock(party).orElseThrow(() -> new GazetteRefused("party", Said.of("gazette.refused.absent")));
    }

    /** Makes of it what its kind is for. */
    public String take(PartyId party, UUID id, Person by) {
        Received announcement = open(party, id);
        TakingOver room = reading.taking(announcement)
                .filter(it -> it.isOpenTo(by))
                .orElseThrow(() -> new GazetteRefused("take", Said.of("gazette.refused.role")));
        String page = room.take(announcement, by);
        received.decide(announcement, Received.State.TAKEN, clock.instant(), by.name(), "", page);
        events.publishEvent(GazetteStep.deciding(announcement, "announcement-taken-over", by.name(), ""));
        return page;
    }

    public void decline(PartyId party, UUID id, String because, Person by) {
        Received announcement = open(party, id);
        if (reading.taking(announcement).filter(it -> it.isOpenTo(by)).isEmpty() && !mayFollow(by)) {
            throw new GazetteRefused("because", Said.of("gazette.refused.role"));
        }
        if (because.isBlank() || because.length() > LONGEST_REASON) {
            throw new GazetteRefused("because", Said.of("gazette.refused.because", LONGEST_REASON));
        }
        received.decide(announcement, Received.State.DECLINED, clock.instant(), by.name(), because.strip(), "");
        events.publishEvent(GazetteStep.deciding(announcement, "announcement-declined", by.name(), because.strip()));
    }

    private Received open(PartyId party, UUID id) {
        Received announcement =
                received.lock(party, id).orElseThrow(() -> new GazetteRefused("", Said.of("gazette.refused.absent")));
        if (!announcement.isOpen()) {
            throw new GazetteRefused("", Said.of("gazette.refused.decided"));
        }
        return announcement;
    }
}

package org.comity.node.gazette;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.directory.CardRefused;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.time.WallClock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Directory entries in gazettes. A newer card under the root that is trusted already may be taken by rule; a card that
 * another introduces is a stranger's until a person here has looked at it.
 */
@Component
class Cards implements TakingOver {

    private static final String CARD = "card";

    private final OwnGazette gazette;
    private final OwnNode own;
    private final Peers peers;
    private final Clock wallClock;

    Cards(OwnGazette gazette, OwnNode own, Peers peers, @WallClock Clock wallClock) {
        this.gazette = gazette;
        this.own = own;
        this.peers = peers;
        this.wallClock = wallClock;
    }

    /** The node's own card, whenever it is another than the one announced last. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void announceOwn() {
        String card = written(own.card());
        boolean announced = gazette.standingAbout(about(own.card())).stream()
                .anyMatch(it -> it.announcement().text(CARD).equals(card));
        if (!announced) {
            gazette.publish(
                    AnnouncementKind.DIRECTORY_CARD, about(own.card()), title(own.card()), Map.of(CARD, card), "node");
        }
    }

    /** Lets those who follow this node know of a peer. */
    Published introduce(Peer peer, Person by) {
        return gazette.publish(
                AnnouncementKind.DIRECTORY_CARD,
                about(peer.card()),
                title(peer.card()),
                Map.of(CARD, written(peer.card())),
                by.name());
    }

    private static String about(NodeCard card) {
        return "party:" + card.party();
    }

    private static String title(NodeCard card) {
        return card.organisation() + " (" + card.party() + ")";
    }

    private static String written(NodeCard card) {
        return Base64.getEncoder().encodeToString(card.bytes());
    }

    private NodeCard read(Received received) {
        try {
            return NodeCard.read(
                    Base64.getDecoder().decode(received.announcement().text(CARD)), wallClock);
        } catch (IllegalArgumentException e) {
            throw new GazetteRefused("take", Said.of("gazette.refused.no-card"));
        } catch (CardRefused e) {
            throw new GazetteRefused("take", e.said());
        }
    }

    @Override
    public AnnouncementKind kind() {
        return AnnouncementKind.DIRECTORY_CARD;
    }

    @Override
    public Effect effectOf(Received received) {
        try {
            NodeCard card = read(received);
            Optional<NodeCard> known = peers.find(card.party()).map(Peer::card);
            return new Effect(
                    obstacle(card).map(List::of).orElse(List.of()),
                    List.of(
                            line("organisation", known.map(NodeCard::organisation), card.organisation()),
                            line(
                                    "address",
                                    known.map(it -> it.url().toString()),
                                    card.url().toString()),
                            line("functions", known.map(Cards::functions), functions(card)),
                            line(
                                    "fingerprint",
                                    known.map(it -> it.fingerprint().toString()),
                                    card.fingerprint().toString())));
        } catch (GazetteRefused e) {
            return new Effect(List.of(e.said()), List.of());
        }
    }

    private static Line line(String what, Optional<String> before, String after) {
        return new Line("gazette.card." + what, before.orElse(""), after);
    }

    private static String functions(NodeCard card) {
        return String.join(
                ", ", card.functions().stream().map(it -> it.token()).sorted().toList());
    }

    private Optional<Said> obstacle(NodeCard card) {
        try {
            peers.requireForeign(card);
        } catch (CardRefused e) {
            return Optional.of(e.said());
        }
        Optional<NodeCard> known = peers.find(card.party()).map(Peer::card);
        return known.filter(it -> !it.fingerprint().equals(card.fingerprint()))
                .map(it -> Said.of("gazette.refused.another-root", card.party().value()))
                .or(() -> known.filter(card::equals)
                        .map(it -> Said.of(
                                "gazette.refused.card-known", card.party().value())));
    }

    @Override
    public boolean isOpenTo(Person person) {
        return person.is(Role.ADMINISTRATOR);
    }

    @Override
    public String take(Received received, Person by) {
        return add(read(received), by.name());
    }

    @Override
    public Optional<String> takeByRule(Received received, String rule) {
        NodeCard card = read(received);
        boolean ofPublisher = card.party().equals(received.party());
        return ofPublisher && obstacle(card).isEmpty() ? Optional.of(add(card, rule)) : Optional.empty();
    }

    private String add(NodeCard card, String by) {
        try {
            return page(peers.add(card, by).party());
        } catch (CardRefused e) {
            throw new GazetteRefused("take", e.said());
        }
    }

    private static String page(PartyId party) {
        return "/directory/peers#" + party;
    }

    /** The entry stays: whoever introduced it no longer vouches, which is for a person to weigh. */
    @Override
    public void revoked(Received received) {}
}

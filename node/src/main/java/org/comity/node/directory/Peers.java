package org.comity.node.directory;

import static org.springframework.transaction.annotation.Propagation.REQUIRED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The nodes that this one trusts. Only a person adds one; nothing that arrives over the network does. */
@Repository
@Transactional(propagation = REQUIRED)
public class Peers {

    private static final String COLUMNS = "card, added_at, added_by, confirmed_at, last_heard_at, channel";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OwnNode own;

    Peers(JdbcClient database, ApplicationEventPublisher events, Clock clock, OwnNode own) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.own = own;
    }

    /**
     * Adds a peer, or takes a newer card under the root that is trusted already. A changed root is never taken silently:
     * see {@link #replace}.
     *
     * @param by the person or command that vouches for the card
     */
    public Peer add(NodeCard card, String by) {
        requireForeign(card);
        Optional<Peer> known = findForUpdate(card.party());
        if (known.isEmpty()) {
            insert(card, by);
            publish(card, PeerChanged.Change.ADDED, by);
        } else if (!known.get().card().fingerprint().equals(card.fingerprint())) {
            throw new CardRefused(Said.of(
                    "directory.refused.another-root",
                    card.party().value(),
                    known.get().card().fingerprint()));
        } else if (card.issuedAt().isBefore(known.get().card().issuedAt())) {
            throw new CardRefused(Said.of(
                    "directory.refused.older",
                    card.party().value(),
                    known.get().card().issuedAt()));
        } else if (!card.equals(known.get().card())) {
            update(known.get().card(), card, by);
            publish(card, PeerChanged.Change.RENEWED, by);
        }
        return require(card.party());
    }

    /** Trusts a new root for a known party, after a person has compared its fingerprint with the peer. */
    public Peer replace(NodeCard card, String by) {
        requireForeign(card);
        Peer known = findForUpdate(card.party())
                .orElseThrow(() -> new CardRefused(
                        Said.of("directory.refused.unknown", card.party().value())));
        update(known.card(), card, by);
        publish(card, PeerChanged.Change.REPLACED, by);
        return require(card.party());
    }

    /** Records that someone compared the fingerprint with the peer by telephone. */
    public void confirm(PartyId party, String by) {
        require(party);
        database.sql("update directory.peer set confirmed_at = :now where party = :party")
                .param("now", now())
                .param("party", party.value())
                .update();
    }

    /** Records that the peer's signature was seen. */
    public void heardFrom(PartyId party) {
        database.sql("update directory.peer set last_heard_at = :now where party = :party")
                .param("now", now())
                .param("party", party.value())
                .update();
    }

    /** Says that a peer can't be reached over the network, or can again; meanwhile packets are carried to it. */
    public void reach(PartyId party, Channel channel, String by) {
        if (!channel.leadsToANode()) {
            throw new IllegalArgumentException("A node is reached by AS4 or by packet, not by " + channel + ".");
        }
        Peer known = require(party);
        if (known.channel() == channel) {
            return;
        }
        database.sql("update directory.peer set channel = :channel where party = :party")
                .param("channel", channel.token())
                .param("party", party.value())
                .update();
        publish(
                known.card(),
                channel == Channel.PACKET ? PeerChanged.Change.BY_PACKET : PeerChanged.Change.BY_NETWORK,
                by);
        events.publishEvent(new ReachChanged(party));
    }

    public void remove(PartyId party, String by) {
        Peer known = require(party);
        keep(known.card(), by);
        database.sql("delete from directory.peer where party = :party")
                .param("party", party.value())
                .update();
        publish(known.card(), PeerChanged.Change.REMOVED, by);
    }

    @Transactional(readOnly = true)
    public Optional<Peer> find(PartyId party) {
        return database.sql("select " + COLUMNS + " from directory.peer where party = :party")
                .param("party", party.value())
                .query(Peers::peer)
                .optional();
    }

    /** The peer, which the caller knows to be there. */
    @Transactional(readOnly = true)
    public Peer require(PartyId party) {
        return find(party).orElseThrow(() -> new UnknownPeer(party));
    }

    /**
     * @param state ISO 3166-1 alpha-2
     */
    @Transactional(readOnly = true)
    public List<Peer> forState(String state, NodeFunction function) {
        return database.sql("select " + COLUMNS + """

                          from directory.peer
                         where state = :state  -- peer_state
                           and :function = any (functions)
                         order by party
                        """)
                .param("state", state)
                .param("function", function.token())
                .query(Peers::peer)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Peer> all() {
        return database.sql("select " + COLUMNS + " from directory.peer order by party")
                .query(Peers::peer)
                .list();
    }

    /** The cards that the party used before, newest first. */
    @Transactional(readOnly = true)
    public List<NodeCard> formerCards(PartyId party) {
        return database.sql("select card from directory.former_card where party = :party order by replaced_at desc")
                .param("party", party.value())
                .query((row, number) -> CardFormat.read(row.getBytes("card")))
                .list();
    }

    private Optional<Peer> findForUpdate(PartyId party) {
        return database.sql("select " + COLUMNS + " from directory.peer where party = :party for update")
                .param("party", party.value())
                .query(Peers::peer)
                .optional();
    }

    private void insert(NodeCard card, String by) {
        database.sql("""
                        insert into directory.peer
                               (party, state, organisation, functions, endpoint, fingerprint, card, added_at, added_by)
                        values (:party, :state, :organisation, :functions, :endpoint, :fingerprint, :card, :now, :by)
                        """)
                .param("party", card.party().value())
                .param("state", card.state())
                .param("organisation", card.organisation())
                .param("functions", tokens(card))
                .param("endpoint", card.as4Endpoint().toString())
                .param("fingerprint", card.fingerprint().hex())
                .param("card", card.bytes())
                .param("now", now())
                .param("by", by)
                .update();
    }

    private void update(NodeCard former, NodeCard card, String by) {
        keep(former, by);
        database.sql("""
                        update directory.peer
                           set organisation = :organisation,
                               functions = :functions,
                               endpoint = :endpoint,
                               fingerprint = :fingerprint,
                               card = :card,
                               confirmed_at = null
                         where party = :party
                        """)
                .param("party", card.party().value())
                .param("organisation", card.organisation())
                .param("functions", tokens(card))
                .param("endpoint", card.as4Endpoint().toString())
                .param("fingerprint", card.fingerprint().hex())
                .param("card", card.bytes())
                .update();
    }

    private void keep(NodeCard former, String by) {
        database.sql("""
                        insert into directory.former_card (party, replaced_at, replaced_by, card)
                        values (:party, :now, :by, :card)
                        """)
                .param("party", former.party().value())
                .param("now", now())
                .param("by", by)
                .param("card", former.bytes())
                .update();
    }

    /** Refuses a card that this node could never trust, before anyone telephones about it. */
    public void requireForeign(NodeCard card) {
        if (card.party().equals(own.party())) {
            throw new CardRefused(Said.of("directory.refused.own"));
        }
        if (card.exercise() != own.exercise()) {
            throw new CardRefused(
                    card.exercise()
                            ? Said.of("directory.refused.exercise", card.party().value())
                            : Said.of(
                                    "directory.refused.real-work", card.party().value()));
        }
    }

    private void publish(NodeCard card, PeerChanged.Change change, String by) {
        events.publishEvent(new PeerChanged(
                card.party(), change, card.fingerprint(), card.as4Endpoint().toString(), by));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String[] tokens(NodeCard card) {
        return card.functions().stream().map(NodeFunction::token).sorted().toArray(String[]::new);
    }

    private static Peer peer(ResultSet row, int number) throws SQLException {
        return new Peer(
                CardFormat.read(row.getBytes("card")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                instant(row.getObject("last_heard_at", OffsetDateTime.class)),
                Channel.of(row.getString("channel")));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime value) {
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    /** No such party in the directory. */
    public static final class UnknownPeer extends RuntimeException {

        UnknownPeer(PartyId party) {
            super(party + " is not among this node's peers. Add its card with: comity node peer add FILE");
        }
    }
}

package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.comity.node.directory.Channel;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.as4.Purpose;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When this node, or a peer, will not answer: told to each peer on the network, and shown where a peer is chosen. */
@Service
public class MaintenanceNotices {

    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("exchange-tell-notice");

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String COLUMNS = """
            select party, id, from_at, until_at, text, said_at, withdrawn from exchange.notice
            """;

    private final JdbcClient database;
    private final OwnNode own;
    private final Peers peers;
    private final TestingPeers wire;
    private final RetryPolicy policy;
    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MaintenanceNotices(
            JdbcClient database,
            OwnNode own,
            Peers peers,
            TestingPeers wire,
            RetryPolicy policy,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.own = own;
        this.peers = peers;
        this.wire = wire;
        this.policy = policy;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** How many peers know of one of this node's notices. */
    public record Told(int peers, int confirmed) {}

    /** Tells every peer on the network. */
    @Transactional
    public MaintenanceNotice announce(Instant from, Instant until, String text, Person by) {
        if (!from.isBefore(until) || until.isBefore(clock.instant())) {
            throw new FilingRefused("until", Said.of("exchange.notice.refused.until"));
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new FilingRefused("until", Said.of("exchange.notice.refused.long", LONGEST.toDays()));
        }
        if (text.isBlank() || text.length() > MaintenanceNotice.LONGEST_TEXT) {
            throw new FilingRefused("text", Said.of("exchange.notice.refused.text", MaintenanceNotice.LONGEST_TEXT));
        }
        MaintenanceNotice notice = new MaintenanceNotice(
                UUID.randomUUID(), own.party(), from, until, text.strip(), clock.instant(), false);
        tell(notice);
        events.publishEvent(ExchangeStep.noticeGiven(notice, by.name()));
        return notice;
    }

    /** Calls a notice of this node off. */
    @Transactional
    public void callOff(UUID id, Person by) {
        find(own.party(), id).filter(it -> !it.withdrawn()).ifPresent(known -> {
            MaintenanceNotice notice = known.calledOff(clock.instant());
            tell(notice);
            events.publishEvent(ExchangeStep.noticeGiven(notice, by.name()));
        });
    }

    /** What peers said of now and of later, by its beginning; for the duty board. */
    @Transactional(readOnly = true)
    public List<MaintenanceNotice> ofPeers() {
        return ahead(COLUMNS + " where until_at > :now and not withdrawn and party <> :own order by from_at, party")
                .stream()
                .toList();
    }

    /** What this peer said of now and of later; for where it is chosen. */
    @Transactional(readOnly = true)
    public List<MaintenanceNotice> of(PartyId party) {
        return ofPeers().stream().filter(it -> it.party().equals(party)).toList();
    }

    /** What this node said of now and of later. */
    @Transactional(readOnly = true)
    public List<MaintenanceNotice> own() {
        return ahead(COLUMNS + " where until_at > :now and not withdrawn and party = :own order by from_at");
    }

    @Transactional(readOnly = true)
    public Told told(MaintenanceNotice notice) {
        return database.sql("""
                        select count(*) as peers, count(confirmed_at) as confirmed
                          from exchange.notice_sent
                         where id = :id and said_at = :said
                        """)
                .param("id", notice.id())
                .param("said", notice.saidAt().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Told(row.getInt("peers"), row.getInt("confirmed")))
                .single();
    }

    /** What a peer said, its latest word. */
    void heard(MaintenanceNotice notice) {
        keep(notice);
    }

    /** Returns when to try again. */
    Optional<Instant> attempt(String timer) {
        String[] parts = timer.split(" ", 2);
        Optional<MaintenanceNotice> notice = find(own.party(), UUID.fromString(parts[0]));
        Optional<Peer> peer = peers.find(new PartyId(parts[1]));
        if (notice.isEmpty() || peer.isEmpty() || !notice.get().until().isAfter(clock.instant())) {
            return Optional.empty();
        }
        Attempt attempt = OverAs4.attempt(
                peer.get().party(),
                wire.send(
                        Purpose.NOTICE,
                        MessageId.fresh(own.party()),
                        peer.get().card(),
                        notice.get().written()));
        Optional<Noted> trouble = switch (attempt) {
            case Attempt.Receipted(byte[] _), Attempt.HandedOver(byte[] _) -> Optional.empty();
            case Attempt.NotYet(Noted why, boolean _) -> Optional.of(why);
            case Attempt.Refused(Noted why) -> Optional.of(why);
        };
        int attempts = settle(notice.get(), peer.get().party(), trouble);
        return trouble.map(why -> clock.instant().plus(policy.delayAfter(attempts, RandomGenerator.getDefault())));
    }

    private int settle(MaintenanceNotice notice, PartyId party, Optional<Noted> trouble) {
        return database.sql("""
                        update exchange.notice_sent
                           set attempts = attempts + 1, last_error = :trouble,
                               confirmed_at = case when :worked then cast(:now as timestamptz) end
                         where id = :id and said_at = :said and party = :party
                        returning attempts
                        """)
                .param("trouble", trouble.map(Noted::stored).orElse(null))
                .param("worked", trouble.isEmpty())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", notice.id())
                .param("said", notice.saidAt().atOffset(ZoneOffset.UTC))
                .param("party", party.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private void tell(MaintenanceNotice notice) {
        keep(notice);
        for (Peer peer : peers.all()) {
            if (peer.channel() != Channel.AS4) {
                continue;
            }
            database.sql("insert into exchange.notice_sent (id, said_at, party) values (:id, :said, :party)")
                    .param("id", notice.id())
                    .param("said", notice.saidAt().atOffset(ZoneOffset.UTC))
                    .param("party", peer.party().value())
                    .update();
            AttemptTimer.at(scheduler.getObject(), TELL, notice.id() + " " + peer.party(), clock.instant());
        }
    }

    private void keep(MaintenanceNotice notice) {
        database.sql("""
                        insert into exchange.notice as known (party, id, from_at, until_at, text, said_at, withdrawn)
                        values (:party, :id, :from, :until, :text, :said, :withdrawn)
                        on conflict (party, id) do update
                           set from_at = excluded.from_at, until_at = excluded.until_at, text = excluded.text,
                               said_at = excluded.said_at, withdrawn = excluded.withdrawn
                         where known.said_at < excluded.said_at
                        """)
                .param("party", notice.party().value())
                .param("id", notice.id())
                .param("from", notice.from().atOffset(ZoneOffset.UTC))
                .param("until", notice.until().atOffset(ZoneOffset.UTC))
                .param("text", notice.text())
                .param("said", notice.saidAt().atOffset(ZoneOffset.UTC))
                .param("withdrawn", notice.withdrawn())
                .update();
    }

    private Optional<MaintenanceNotice> find(PartyId party, UUID id) {
        return database.sql(COLUMNS + " where party = :party and id = :id")
                .param("party", party.value())
                .param("id", id)
                .query(MaintenanceNotices::notice)
                .optional();
    }

    private List<MaintenanceNotice> ahead(String sql) {
        return database.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("own", own.party().value())
                .query(MaintenanceNotices::notice)
                .list();
    }

    private static MaintenanceNotice notice(ResultSet row, int number) throws SQLException {
        return new MaintenanceNotice(
                row.getObject("id", UUID.class),
                new PartyId(row.getString("party")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("withdrawn"));
    }
}

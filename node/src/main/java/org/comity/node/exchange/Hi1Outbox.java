package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.Payload;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Requests over HI-1 that must not be lost. They are stored in the transaction that decides them, sent after it, and sent
 * again under the same transaction identifier until there is an answer; those of one conversation go one after another.
 */
@Repository
@Transactional
public class Hi1Outbox {

    static final TaskDescriptor<Void> CALL = TaskDescriptor.of("exchange-hi1-call");

    private static final Hi1Reader.Limits OWN = Hi1Reader.Limits.DEFAULT.withMaxBytes(Integer.MAX_VALUE);

    private final JdbcClient database;
    private final Hi1Calls calls;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;
    private final Clock wallClock;

    Hi1Outbox(
            JdbcClient database,
            Hi1Calls calls,
            ObjectProvider<Scheduler> scheduler,
            Clock clock,
            @WallClock Clock wallClock) {
        this.database = database;
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** A request that waits for its answer. */
    record Waiting(
            UUID transaction,
            PartyId to,
            UUID conversation,
            HI1Message request,
            int attempts,
            Instant tryingSince,
            boolean warned) {}

    /**
     * Hands a request over, as part of the caller's transaction.
     *
     * @param conversation what belongs together, and must arrive in its order
     * @return the transaction identifier under which the answer is found
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(PartyId to, UUID conversation, List<ActionRequest> actions) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into exchange.hi1_call
                               (transaction, party, conversation, request, state, queued_at, trying_since)
                        values (:id, :party, :conversation, :request, 'queued', :now, :wall)
                        """)
                .param("id", id)
                .param("party", to.value())
                .param("conversation", conversation)
                .param("request", Hi1Writer.write(calls.request(to, id, actions)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("wall", wallClock.instant().atOffset(ZoneOffset.UTC))
                .update();
        schedule(id);
        return id;
    }

    /** The answers of the other side, once there are any; each stands at the place of its action. */
    @Transactional(readOnly = true)
    public Optional<List<ActionResponse>> answers(UUID transaction) {
        return database.sql("select answer from exchange.hi1_call where transaction = :id and answer is not null")
                .param("id", transaction)
                .query((row, number) -> Hi1Reader.read(row.getBytes("answer"), OWN))
                .optional()
                .map(it -> ((Payload.Responses) it.payload()).actions());
    }

    /** Exactly what is sent, at every attempt. */
    @Transactional(readOnly = true)
    public byte[] request(UUID transaction) {
        return database.sql("select request from exchange.hi1_call where transaction = :id")
                .param("id", transaction)
                .query((row, number) -> row.getBytes("request"))
                .single();
    }

    /** How the requests of a conversation fare, in the order in which they were handed over. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID conversation) {
        return database.sql("""
                        select transaction, number, party, state, queued_at, attempts, last_error, answered_at
                          from exchange.hi1_call where conversation = :conversation order by number
                        """)
                .param("conversation", conversation)
                .query((row, index) -> new Delivery(
                        new MessageId(row.getString("transaction") + "@hi1"),
                        new PartyId(row.getString("party")),
                        conversation,
                        row.getLong("number"),
                        switch (row.getString("state")) {
                            case "answered" -> Delivery.State.CONFIRMED;
                            case "failed" -> Delivery.State.FAILED;
                            default -> row.getInt("attempts") == 0 ? Delivery.State.QUEUED : Delivery.State.SENT;
                        },
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("last_error"))
                                .map(words -> Noted.of("exchange.trouble.hi1", words)),
                        Optional.empty(),
                        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Channel.HI1,
                        Optional.empty(),
                        Optional.empty()))
                .list();
    }

    /** Tries a request again that was given up. */
    public void retry(UUID transaction) {
        database.sql("""
                        update exchange.hi1_call set state = 'queued', trying_since = :wall, warned = false
                         where transaction = :id and state = 'failed'
                        """)
                .param("id", transaction)
                .param("wall", wallClock.instant().atOffset(ZoneOffset.UTC))
                .update();
        schedule(transaction);
    }

    @Transactional(readOnly = true)
    Optional<Waiting> waiting(UUID transaction) {
        return database.sql("""
                        select party, conversation, request, attempts, trying_since, warned
                          from exchange.hi1_call
                         where transaction = :id and state = 'queued'
                        """)
                .param("id", transaction)
                .query((row, number) -> new Waiting(
                        transaction,
                        new PartyId(row.getString("party")),
                        row.getObject("conversation", UUID.class),
                        Hi1Reader.read(row.getBytes("request"), OWN),
                        row.getInt("attempts"),
                        row.getObject("trying_since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("warned")))
                .optional();
    }

    /** Whether an earlier request of the same conversation has no answer yet. */
    @Transactional(readOnly = true)
    boolean mustWait(UUID transaction) {
        return database.sql("""
                        select exists (
                               select 1
                                 from exchange.hi1_call earlier  -- hi1_call_waiting
                                 join exchange.hi1_call this
                                   on this.party = earlier.party and this.conversation = earlier.conversation
                                where this.transaction = :id
                                  and earlier.state = 'queued'
                                  and earlier.number < this.number)
                        """).param("id", transaction).query(Boolean.class).single();
    }

    /** Keeps the answers; false if there were some already. */
    boolean answered(Waiting call, List<ActionResponse> answers) {
        Instant now = clock.instant();
        return database.sql("""
                                update exchange.hi1_call
                                   set state = 'answered', answer = :answer, answered_at = :now,
                                       attempts = attempts + 1, last_error = null
                                 where transaction = :id and state = 'queued'
                                """)
                        .param("id", call.transaction())
                        .param("answer", Hi1Writer.write(call.request().answer(now, answers)))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void postpone(Waiting call, String why, boolean warned) {
        failed(call, "queued", why, warned);
    }

    void giveUp(Waiting call, String why) {
        failed(call, "failed", why, true);
    }

    private void failed(Waiting call, String state, String why, boolean warned) {
        database.sql("""
                        update exchange.hi1_call
                           set state = :state, attempts = attempts + 1, last_error = :why, warned = :warned
                         where transaction = :id and state = 'queued'
                        """)
                .param("id", call.transaction())
                .param("state", state)
                .param("why", why)
                .param("warned", warned)
                .update();
    }

    private void schedule(UUID id) {
        scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(CALL.getTaskName(), id.toString()), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}

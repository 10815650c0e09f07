package org.comity.node.exchange.hi1;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.EndpointId;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.receiving.Hi1Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The answers given, in PostgreSQL. */
@Repository
@Transactional
class StoredAnswers implements Hi1Answers {

    /** An answer with the objects that were asked for may be longer than any request. */
    private static final Hi1Reader.Limits OWN = Hi1Reader.Limits.DEFAULT.withMaxBytes(Integer.MAX_VALUE);

    private final JdbcClient database;
    private final Clock clock;

    StoredAnswers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Given> find(EndpointId sender, UUID transaction) {
        return database.sql("""
                        select request_digest, answer
                          from exchange.hi1_answer
                         where country = :country and counterpart = :counterpart and transaction = :transaction
                        """)
                .param("country", sender.country().value())
                .param("counterpart", sender.uniqueIdentifier())
                .param("transaction", transaction)
                .query((row, number) ->
                        new Given(row.getString("request_digest"), Hi1Reader.read(row.getBytes("answer"), OWN)))
                .optional();
    }

    @Override
    public void save(EndpointId sender, UUID transaction, Given given) {
        database.sql("""
                        insert into exchange.hi1_answer
                               (country, counterpart, transaction, request_digest, answer, answered_at)
                        values (:country, :counterpart, :transaction, :digest, :answer, :now)
                        """)
                .param("country", sender.country().value())
                .param("counterpart", sender.uniqueIdentifier())
                .param("transaction", transaction)
                .param("digest", given.requestDigest())
                .param("answer", Hi1Writer.write(given.answer()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps the request as it came in. */
    void keepRequest(EndpointId sender, UUID transaction, byte[] request) {
        database.sql("""
                        update exchange.hi1_answer set request = :request
                         where country = :country and counterpart = :counterpart and transaction = :transaction
                        """)
                .param("request", request)
                .param("country", sender.country().value())
                .param("counterpart", sender.uniqueIdentifier())
                .param("transaction", transaction)
                .update();
    }
}

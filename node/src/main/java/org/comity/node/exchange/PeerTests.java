package org.comity.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came of test messages to peers. */
@Repository
@Transactional
public class PeerTests {

    /** Enough to see whether a trouble is new. */
    private static final int KEPT = 20;

    private final JdbcClient database;

    PeerTests(JdbcClient database) {
        this.database = database;
    }

    /**
     * One test.
     *
     * @param by a person, or the clock
     * @param millis until the answer
     * @param trouble empty if the peer's signed receipt came back
     */
    public record Result(PartyId party, Instant at, String by, long millis, Optional<Noted> trouble) {

        public boolean worked() {
            return trouble.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Result> last(PartyId party) {
        return of(party, 1).stream().findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Result> of(PartyId party, int most) {
        return database.sql("""
                        select party, at, by, millis, trouble
                          from exchange.peer_test
                         where party = :party  -- peer_test_by_party
                         order by at desc
                         limit :most
                        """)
                .param("party", party.value())
                .param("most", most)
                .query(PeerTests::result)
                .list();
    }

    void add(Result result) {
        database.sql("""
                        insert into exchange.peer_test (id, party, at, by, millis, trouble)
                        values (:id, :party, :at, :by, :millis, :trouble)
                        """)
                .param("id", UUID.randomUUID())
                .param("party", result.party().value())
                .param("at", result.at().atOffset(ZoneOffset.UTC))
                .param("by", result.by())
                .param("millis", result.millis())
                .param("trouble", result.trouble().map(Noted::stored).orElse(null))
                .update();
        database.sql("""
                        delete from exchange.peer_test
                         where id in (select id from exchange.peer_test where party = :party order by at desc offset :kept)
                        """)
                .param("party", result.party().value())
                .param("kept", KEPT)
                .update();
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        return new Result(
                new PartyId(row.getString("party")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getLong("millis"),
                Optional.ofNullable(row.getString("trouble")).map(Noted::read));
    }
}

package org.comity.node.exchange.hi1;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.receiving.Hi1Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelves in PostgreSQL. Objects are kept as XML, so that what others put into them survives. */
@Repository
@Transactional
class StoredObjects implements Hi1Objects {

    private final JdbcClient database;
    private final Clock clock;

    StoredObjects(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HI1Object> find(EndpointId counterpart, UUID identifier) {
        return database.sql("""
                        select content
                          from exchange.hi1_object
                         where country = :country and counterpart = :counterpart and identifier = :identifier
                        """)
                .param("country", counterpart.country().value())
                .param("counterpart", counterpart.uniqueIdentifier())
                .param("identifier", identifier)
                .query((row, number) -> Hi1Reader.readObject(row.getBytes("content")))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<HI1Object> of(EndpointId counterpart) {
        return database.sql("""
                        select content
                          from exchange.hi1_object  -- hi1_object_by_change
                         where country = :country and counterpart = :counterpart
                         order by last_changed, identifier
                        """)
                .param("country", counterpart.country().value())
                .param("counterpart", counterpart.uniqueIdentifier())
                .query((row, number) -> Hi1Reader.readObject(row.getBytes("content")))
                .list();
    }

    @Override
    public void save(EndpointId counterpart, HI1Object object) {
        database.sql("""
                        insert into exchange.hi1_object
                               (country, counterpart, identifier, kind, generation, last_changed, content)
                        values (:country, :counterpart, :identifier, :kind, :generation, :lastChanged, :content)
                            on conflict (country, counterpart, identifier)
                            do update set generation = excluded.generation,
                                          last_changed = excluded.last_changed,
                                          content = excluded.content
                        """)
                .param("country", counterpart.country().value())
                .param("counterpart", counterpart.uniqueIdentifier())
                .param("identifier", object.identifier())
                .param("kind", object.objectType().value())
                .param("generation", object.base().generation().orElse(0))
                .param(
                        "lastChanged",
                        object.base()
                                .lastChanged()
                                .map(QualifiedDateTime::toInstant)
                                .orElseGet(clock::instant)
                                .atOffset(ZoneOffset.UTC))
                .param("content", Hi1Writer.write(object))
                .update();
    }

    /** Lets one transaction at a time work on a counterpart's shelf. */
    void lock(EndpointId counterpart) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:shelf, 0)) is null")
                .param("shelf", "exchange.hi1_object " + counterpart.country() + " " + counterpart.uniqueIdentifier())
                .query(Boolean.class)
                .single();
    }

    /** From here on, this transaction fails when it waits longer than this for anything that another holds. */
    void giveWayAfter(Duration patience) {
        database.sql("select set_config('lock_timeout', :millis, true)")
                .param("millis", Long.toString(patience.toMillis()))
                .query(String.class)
                .single();
    }
}

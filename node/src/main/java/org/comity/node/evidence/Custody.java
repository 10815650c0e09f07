package org.comity.node.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.OwnNode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the chains of custody. The database refuses to change or delete a step. */
@Service
public class Custody {

    private final JdbcClient jdbc;
    private final OwnNode own;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Custody(JdbcClient jdbc, OwnNode own, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.own = own;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a step in the transaction of what it tells, signed and journaled.
     *
     * @param by a person's name as shown, or {@code party XX-…}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CustodyStep add(ExhibitId exhibit, CustodyAct act, String by) {
        // the exhibit's row is the lock under which its steps get their numbers
        String mark = jdbc.sql("select mark from evidence.exhibit where id = :id for update")
                .param("id", exhibit.value())
                .query(String.class)
                .single();
        List<CustodyStep> before = of(exhibit).steps();
        String statement = CustodyStep.statement(
                exhibit,
                before.size() + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                act,
                before.isEmpty() ? "" : before.getLast().digest());
        var step = new CustodyStep(
                statement,
                own.keys().signAsRoot(statement.getBytes(StandardCharsets.UTF_8)),
                Fingerprint.of(own.keys().rootCertificate()).hex());
        jdbc.sql("""
                        insert into evidence.custody_step (exhibit, number, statement, signature, signer)
                        values (:exhibit, :number, :statement, :signature, :signer)
                        """)
                .param("exhibit", exhibit.value())
                .param("number", before.size() + 1)
                .param("statement", step.statement())
                .param("signature", step.signature())
                .param("signer", step.signer())
                .update();
        events.publishEvent(new CustodyStepTaken(exhibit, mark, step));
        return step;
    }

    /** From the first step on. */
    public CustodyChain of(ExhibitId exhibit) {
        return new CustodyChain(
                exhibit,
                jdbc.sql("""
                                select statement, signature, signer from evidence.custody_step
                                where exhibit = :exhibit order by number
                                """)
                        .param("exhibit", exhibit.value())
                        .query((row, number) -> new CustodyStep(
                                row.getString("statement"), row.getBytes("signature"), row.getString("signer")))
                        .list());
    }

    /** What is wrong with a chain of this node; empty when it holds. */
    public List<CustodyChain.Finding> faults(ExhibitId exhibit) {
        return of(exhibit).faults(own.keys().rootCertificate().getPublicKey());
    }
}

package org.comity.node.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.node.frame.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The database takes a row, gives it back, and is set so that a committed one survives a power cut. */
@Component
class DatabaseCheck implements Check {

    /** Without any one of these a crash may lose what was committed, or tear it (PostgreSQL manual, "Reliability"). */
    private static final List<String> FOR_A_CRASH = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    DatabaseCheck(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Subject subject() {
        return Subject.DATABASE;
    }

    @Override
    public List<Finding> look() {
        var version = setting("server_version");
        if (database.sql("select pg_is_in_recovery()").query(Boolean.class).single()) {
            return List.of(Finding.failed(
                    Said.of("checkup.database.read-only", version), Said.of("checkup.database.read-only.to-do")));
        }
        var findings = new ArrayList<Finding>();
        findings.add(
                keepsWhatIsWritten()
                        ? Finding.well(Said.of("checkup.database.well", version))
                        : Finding.failed(
                                Said.of("checkup.database.differs", version),
                                Said.of("checkup.database.differs.to-do")));
        var off =
                FOR_A_CRASH.stream().filter(name -> setting(name).equals("off")).toList();
        findings.add(
                off.isEmpty()
                        ? Finding.well(Said.of("checkup.database.durable"))
                        : Finding.failed(
                                Said.of("checkup.database.fragile", String.join(", ", off)),
                                Said.of("checkup.database.fragile.to-do")));
        return findings;
    }

    private boolean keepsWhatIsWritten() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            var id = UUID.randomUUID();
            // letters of six scripts: the database must be in UTF-8
            var content = "Comity é ñ ع я 中 " + id;
            database.sql("insert into checkup.trial (id, content) values (:id, :content)")
                    .param("id", id)
                    .param("content", content)
                    .update();
            return database.sql("select content from checkup.trial where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single()
                    .equals(content);
        }));
    }

    private String setting(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}

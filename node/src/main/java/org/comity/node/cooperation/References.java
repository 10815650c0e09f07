package org.comity.node.cooperation;

import java.time.Clock;
import java.time.ZoneOffset;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.settings.ComitySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives out references: State, year, number. A gap means a transaction that was rolled back. */
@Repository
class References {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String state;

    References(JdbcClient jdbc, Clock clock, ComitySettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.state = settings.state();
    }

    /** Such as {@code PT-2026-0001}. */
    String forCaseFile() {
        return numbered("%s-%d-".formatted(state, year()));
    }

    /** Such as {@code PT-2026-0001-2}: the second request of a case file. */
    String forRequestOf(CaseFile caseFile) {
        return caseFile.reference() + "-" + next(caseFile.reference());
    }

    /** Such as {@code BR-2026-IN-0001}, for a request that came in. */
    String forIncoming() {
        return numbered("%s-%d-IN-".formatted(state, year()));
    }

    private int year() {
        return clock.instant().atZone(ZoneOffset.UTC).getYear();
    }

    private String numbered(String series) {
        return series + "%04d".formatted(next(series));
    }

    private int next(String series) {
        return jdbc.sql("""
                        insert into cooperation.reference_counter as counter (series, last) values (:series, 1)
                        on conflict (series) do update set last = counter.last + 1
                        returning last
                        """).param("series", series).query(Integer.class).single();
    }
}

package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever gives evidence sees of its being fetched. */
@NodeTest
class ReleasingEvidenceTests {

    private static final int PART = 100_000;

    @Autowired
    ReleasingEvidence releasing;

    @Autowired
    TakingInEvidence taking;

    @Autowired
    JdbcClient jdbc;

    private final UUID delivery = UUID.randomUUID();
    private final String subject = "request:" + UUID.randomUUID();
    private Exhibit exhibit;

    @BeforeEach
    void aReleasedExhibit() throws Exception {
        exhibit = taking.takeIn(
                Particulars.of("mailbox.mbox", Origin.OFFICER, "duty officer").withAbout(Set.of(subject)),
                "duty officer",
                Optional.empty(),
                new ByteArrayInputStream(new byte[3 * PART]));
        jdbc.sql("""
                        insert into evidence.release (id, exhibit, subject, party, recipient, released_at)
                        values (:id, :exhibit, :subject, 'BR-desk', 'Contact point, Brazil', now())
                        """)
                .param("id", delivery)
                .param("exhibit", exhibit.id().value())
                .param("subject", subject)
                .update();
    }

    @Test
    void theRateIsThatOfTheLastPartAndTellsTheTimeThatIsLeft() throws Exception {
        fetches(0);
        assertThat(release().rate()).as("one look tells no rate").isZero();
        assertThat(left()).isEmpty();

        pass(2);
        fetches(1);

        assertThat(release().rate()).isBetween(PART / 4L, PART / 2L);
        assertThat(left().orElseThrow()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void whoFetchesNothingForAWhileHasNoRate() throws Exception {
        fetches(0);
        pass(2);
        fetches(1);
        pass(60);
        assertThat(left()).isEmpty();

        fetches(2);

        assertThat(release().isFetched()).isTrue();
        assertThat(left()).isEmpty();
    }

    private void fetches(int part) throws Exception {
        releasing.copy(delivery, exhibit.id(), (long) part * PART, PART, OutputStream.nullOutputStream());
    }

    private void pass(int seconds) {
        jdbc.sql("update evidence.release set fetched_at = fetched_at - make_interval(secs => :seconds) where id = :id")
                .param("seconds", seconds)
                .param("id", delivery)
                .update();
    }

    private Optional<Duration> left() {
        return release().left();
    }

    private Release release() {
        return releasing.of(subject).getFirst();
    }
}

package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.exchange.as4.Refusal;
import org.comity.node.exchange.as4.Refusal.Reason;
import org.comity.node.journal.Journaled;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class RefusalLogTests {

    private final List<Journaled> journal = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final RefusalLog refusals = new RefusalLog(
            TransactionOperations.withoutTransaction(), event -> journal.add((Journaled) event), new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }
            });

    @Test
    void aRefusalNamesTheClaimedPartyTheReasonAndTheDigestOfItsBytes() {
        refusals.record(
                new Refusal(Reason.UNSIGNED, "The message is not signed.").of("id@a", "BR-contact-point"),
                "abc".getBytes());

        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("envelope-refused");
            assertThat(entry.subject()).isEqualTo("message:id@a");
            assertThat(entry.actor()).isEqualTo("party BR-contact-point (claimed)");
            assertThat(entry.details())
                    .containsEntry("reason", "unsigned")
                    .containsEntry("bytes-sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        });
    }

    @Test
    void aFloodDoesNotFillTheJournalAndIsCountedAfterwards() {
        for (int i = 0; i < RefusalLog.MOST_A_MINUTE + 500; i++) {
            refuse(Reason.MALFORMED);
        }
        assertThat(journal).hasSize(RefusalLog.MOST_A_MINUTE);

        now = now.plus(Duration.ofMinutes(1));
        refuse(Reason.MALFORMED);

        assertThat(journal).hasSize(RefusalLog.MOST_A_MINUTE + 1);
        assertThat(journal.getLast().details()).containsEntry("further-refusals-not-recorded", 500L);
    }

    @Test
    void aFloodHidesNothingThatAPeerIsProvedToHaveSent() {
        for (int i = 0; i < RefusalLog.MOST_A_MINUTE; i++) {
            refuse(Reason.MALFORMED);
        }

        refuse(Reason.ALTERED_REPEAT);

        assertThat(journal.getLast().details()).containsEntry("reason", "altered-repeat");
    }

    @Test
    void whatAMessageClaimsIsWrittenPlainAndShort() {
        refusals.record(
                new Refusal(Reason.UNKNOWN_PARTY, "Unknown.").of("id\u0000@\u202Ea", "x".repeat(250)), new byte[0]);

        assertThat(journal.getFirst().subject()).isEqualTo("message:id?@?a");
        assertThat(journal.getFirst().actor()).hasSizeLessThan(130);
    }

    private void refuse(Reason reason) {
        refusals.record(new Refusal(reason, "No."), new byte[] {1});
    }
}

package org.comity.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.node.journal.Disclosure.Finding;
import org.junit.jupiter.api.Test;

/** Two journals of one conversation prove the same history, or it is said in which message they differ. */
class HistoryTests {

    private static final String CONVERSATION = "2b2c7a5e-52f4-4f55-9f0c-1f7d5c0a9a11";

    private final SomeJournal portugal = new SomeJournal("pt.example.org");
    private final SomeJournal brazil = new SomeJournal("br.example.org");

    @Test
    void bothSidesProveTheSameHistory() {
        asked(portugal, brazil, "m-1", 1, "request", "receipt of it");
        asked(brazil, portugal, "m-2", 2, "answer", "receipt of that");

        History ours = portugal.history(CONVERSATION, brazil);
        History theirs = brazil.history(CONVERSATION, portugal);

        assertThat(History.read(ours.bytes())).isEqualTo(ours);
        assertThat(ours.check()).allMatch(Finding::holds);
        assertThat(theirs.check()).allMatch(Finding::holds);
        assertThat(ours.against(theirs)).hasSize(4).allMatch(Finding::holds);
        assertThat(theirs.against(ours)).hasSize(4).allMatch(Finding::holds);
        assertThat(said(ours.against(theirs)))
                .contains(
                        "Message 1 from pt.example.org/journal to br.example.org/journal: both journals hold the same");
    }

    @Test
    void anotherContentIsNamed() {
        portugal.add("envelope-queued", "m-1", facts(1, "content-sha256", "request"));
        brazil.add("envelope-received", "m-1", facts(1, "content-sha256", "another", "receipt-sha256", "r"));

        assertThat(failures()).singleElement().asString().contains("Message 1", "different contents");
    }

    @Test
    void anotherReceiptIsNamed() {
        portugal.add("envelope-queued", "m-1", facts(1, "content-sha256", "request"));
        portugal.add("envelope-delivered", "m-1", facts(1, "receipt-sha256", "one"));
        brazil.add("envelope-received", "m-1", facts(1, "content-sha256", "request", "receipt-sha256", "other"));

        assertThat(failures()).singleElement().asString().contains("Message 1", "different receipts");
    }

    @Test
    void whatIsMissingOnOneSideIsNamed() {
        asked(portugal, brazil, "m-1", 1, "request", "receipt");
        portugal.add("envelope-received", "m-2", facts(2, "content-sha256", "answer", "receipt-sha256", "r"));

        assertThat(failures()).singleElement().asString().contains("Message 2", "missing in that of br.example.org");
    }

    @Test
    void whatWasNotDeliveredYetNeedNotBeThere() {
        asked(portugal, brazil, "m-1", 1, "request", "receipt");
        portugal.add("envelope-queued", "m-2", facts(2, "content-sha256", "reminder"));

        assertThat(failures()).isEmpty();
    }

    @Test
    void anEntryThatWasChangedInTheFileIsNoticed() {
        asked(portugal, brazil, "m-1", 1, "request", "receipt");
        String file = new String(portugal.history(CONVERSATION, brazil).bytes(), StandardCharsets.UTF_8);
        History forged = History.read(file.replace("request-as", "Request-as").getBytes(StandardCharsets.UTF_8));

        assertThat(forged.bytes()).isNotEqualTo(file.getBytes(StandardCharsets.UTF_8));
        assertThat(forged.check()).anyMatch(finding -> !finding.holds());
    }

    @Test
    void aHistoryThatTheOtherNeverCosignedProvesNothingAgainstIt() {
        asked(portugal, brazil, "m-1", 1, "request", "receipt");
        SomeJournal stranger = new SomeJournal("xx.example.org");

        assertThat(portugal.history(CONVERSATION, stranger).against(brazil.history(CONVERSATION, portugal)))
                .anyMatch(finding ->
                        !finding.holds() && finding.said().inEnglish().contains("has not cosigned"));
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> History.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Disclosure.Unreadable.class);
    }

    private List<Finding> failures() {
        List<Finding> findings =
                new ArrayList<>(portugal.history(CONVERSATION, brazil).against(brazil.history(CONVERSATION, portugal)));
        findings.removeIf(Finding::holds);
        return findings.stream().toList();
    }

    private static String said(List<Finding> findings) {
        return String.join(
                "\n", findings.stream().map(it -> it.said().inEnglish()).toList());
    }

    private static void asked(
            SomeJournal from, SomeJournal to, String message, int sequence, String content, String receipt) {
        from.add("envelope-queued", message, facts(sequence, "content-sha256", content));
        to.add("envelope-received", message, facts(sequence, "content-sha256", content, "receipt-sha256", receipt));
        from.add("envelope-delivered", message, facts(sequence, "receipt-sha256", receipt));
    }

    private static Map<String, Object> facts(int sequence, String... named) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversation", CONVERSATION);
        facts.put("sequence", sequence);
        for (int at = 0; at < named.length; at += 2) {
            facts.put(named[at], named[at + 1] + "-as-a-digest");
        }
        return facts;
    }
}

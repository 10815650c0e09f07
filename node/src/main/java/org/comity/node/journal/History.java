package org.comity.node.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.ledger.NoteKey;
import org.comity.node.frame.Said;
import org.comity.node.journal.Disclosure.Finding;
import org.comity.node.journal.Disclosure.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that one journal holds of a conversation with another node, each entry with its proof, as one file. Two of them, one of
 * each side, show to anybody whether both journals tell the same.
 *
 * @param kind names this format
 * @param conversation of which the entries are
 */
public record History(String kind, String conversation, List<Disclosure> entries) {

    public static final String KIND = "comity-history/1";

    private static final String MESSAGE = "message:";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public History {
        entries = List.copyOf(entries);
    }

    static History of(String conversation, List<Disclosure> entries) {
        return new History(KIND, conversation, entries);
    }

    /** @throws Unreadable if it is no such file */
    public static History read(byte[] file) {
        try {
            @Nullable History read = JSON.readValue(file, History.class);
            if (read == null || read.conversation == null || !KIND.equals(read.kind) || read.entries.isEmpty()) {
                throw new Unreadable(Said.of("journal.history.unreadable", KIND));
            }
            return read;
        } catch (JacksonException | NullPointerException garbled) {
            throw new Unreadable(Said.of("journal.history.unreadable", KIND));
        }
    }

    public byte[] bytes() {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    public NoteKey journalKey() {
        return entries.getFirst().journalKey();
    }

    /** What the file tells, in one sentence; believe it only when every finding holds. */
    public Said tells() {
        return Said.of(
                "journal.history.tells",
                journalKey().name(),
                entries.size(),
                conversation,
                messages().size());
    }

    /** Each entry against the one journal; what holds for all is said once. */
    public List<Finding> check() {
        var wrong = new ArrayList<Finding>();
        for (Disclosure entry : entries) {
            if (!entry.journalKey().equals(journalKey())) {
                wrong.add(new Finding(false, Said.of("journal.history.other-journal", entry.index())));
            }
            if (!conversation.equals(entry.facts().get("conversation"))) {
                wrong.add(new Finding(false, Said.of("journal.history.other-conversation", entry.index())));
            }
            entry.check().stream().filter(finding -> !finding.holds()).forEach(wrong::add);
        }
        return wrong.isEmpty()
                ? List.of(new Finding(
                        true,
                        Said.of(
                                "journal.history.holds",
                                entries.size(),
                                journalKey().name())))
                : wrong;
    }

    /** Whether the other side's file tells the same; each should be checked by itself, too. */
    public List<Finding> against(History other) {
        var findings = new ArrayList<Finding>();
        if (!conversation.equals(other.conversation)) {
            return List.of(new Finding(
                    false, Said.of("journal.history.not-the-same-conversation", conversation, other.conversation)));
        }
        if (journalKey().equals(other.journalKey())) {
            return List.of(new Finding(
                    false, Said.of("journal.history.same-journal", journalKey().name())));
        }
        findings.add(cosignedBy(other));
        findings.add(other.cosignedBy(this));
        Map<String, Message> here = messages();
        Map<String, Message> there = other.messages();
        var all = new ArrayList<>(here.values());
        there.forEach((id, message) -> {
            if (!here.containsKey(id)) {
                all.add(message);
            }
        });
        all.stream()
                .sorted((one, another) -> Long.compare(one.sequence(), another.sequence()))
                .map(message -> same(
                        Optional.ofNullable(here.get(message.id())),
                        Optional.ofNullable(there.get(message.id())),
                        other))
                .forEach(findings::add);
        return findings;
    }

    /** That the other can't be told another history later, since it signed for this one. */
    private Finding cosignedBy(History other) {
        byte[] witness = other.journalKey().publicKey();
        long without = entries.stream()
                .filter(entry -> entry.witnessKeys().stream()
                        .noneMatch(key ->
                                key.kind() == NoteKey.Kind.COSIGNATURE && Arrays.equals(key.publicKey(), witness)))
                .count();
        return without == 0
                ? new Finding(
                        true,
                        Said.of(
                                "journal.history.cosigned",
                                other.journalKey().name(),
                                entries.size(),
                                journalKey().name()))
                : new Finding(
                        false,
                        Said.of(
                                "journal.history.not-cosigned",
                                other.journalKey().name(),
                                without,
                                journalKey().name()));
    }

    private Finding same(Optional<Message> here, Optional<Message> there, History other) {
        String ours = journalKey().name();
        String theirs = other.journalKey().name();
        if (here.isEmpty() || there.isEmpty()) {
            Message one = here.or(() -> there).orElseThrow();
            boolean underWay = one.sent() && one.receipt().isEmpty();
            return new Finding(
                    underWay,
                    Said.of(
                            underWay ? "journal.history.under-way" : "journal.history.missing",
                            one.sequence(),
                            here.isPresent() ? ours : theirs,
                            here.isPresent() ? theirs : ours));
        }
        Message sent = here.get().sent() ? here.get() : there.get();
        Message received = here.get().sent() ? there.get() : here.get();
        String from = here.get().sent() ? ours : theirs;
        String to = here.get().sent() ? theirs : ours;
        if (!sent.sent() || received.sent() || !sent.content().equals(received.content())) {
            return new Finding(false, Said.of("journal.history.other-content", sent.sequence(), from, to));
        }
        if (sent.sequence() != received.sequence()) {
            return new Finding(false, Said.of("journal.history.other-place", sent.sequence(), from, to));
        }
        if (sent.receipt().isPresent() && !sent.receipt().equals(received.receipt())) {
            return new Finding(false, Said.of("journal.history.other-receipt", sent.sequence(), from, to));
        }
        return new Finding(
                true,
                Said.of(
                        sent.receipt().isPresent() ? "journal.history.same" : "journal.history.same-content",
                        sent.sequence(),
                        from,
                        to,
                        received.content().substring(0, 12)));
    }

    /** One message as this journal tells of it. */
    private record Message(String id, long sequence, boolean sent, String content, Optional<String> receipt) {

        Message with(Optional<String> signed) {
            return new Message(id, sequence, sent, content, signed.or(() -> receipt));
        }
    }

    private Map<String, Message> messages() {
        var messages = new TreeMap<String, Message>();
        for (Disclosure entry : entries) {
            Map<String, Object> facts = entry.facts();
            String id = entry.subject();
            Optional<String> receipt =
                    Optional.ofNullable(facts.get("receipt-sha256")).map(Objects::toString);
            switch (entry.what()) {
                case "envelope-queued", "envelope-received" ->
                    messages.put(
                            id,
                            new Message(
                                    id,
                                    facts.get("sequence") instanceof Number number ? number.longValue() : -1,
                                    entry.what().equals("envelope-queued"),
                                    String.valueOf(facts.get("content-sha256")),
                                    receipt));
                case "envelope-delivered" -> messages.computeIfPresent(id, (same, before) -> before.with(receipt));
                default -> {
                    // a step of this side alone
                }
            }
        }
        messages.keySet().removeIf(id -> !id.startsWith(MESSAGE));
        return messages;
    }
}

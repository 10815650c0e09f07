package org.comity.node.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.journal.Journaled;

/** A step of an envelope between nodes, for the journal: digests of what passed, never the content. */
record ExchangeStep(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    static ExchangeStep queued(MessageId id, Envelope envelope, long sequence, PartyId own) {
        Map<String, Object> details = place(envelope.conversation(), sequence);
        details.put("to", envelope.to().value());
        details.put("content-sha256", sha256(envelope.content()));
        return new ExchangeStep(subject(id), "envelope-queued", "party " + own, details);
    }

    static ExchangeStep delivered(MessageId id, UUID conversation, long sequence, PartyId to, byte[] receipt) {
        Map<String, Object> details = place(conversation, sequence);
        details.put("receipt-sha256", sha256(receipt));
        return new ExchangeStep(subject(id), "envelope-delivered", "party " + to, details);
    }

    static ExchangeStep notDelivered(DeliveryFailed failure) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("conversation", failure.conversation().toString());
        details.put("to", failure.to().value());
        details.put("attempts", failure.attempts());
        details.put("reason", failure.reason().toString());
        return new ExchangeStep(
                subject(failure.id()), failure.gaveUp() ? "envelope-given-up" : "envelope-delayed", "clock", details);
    }

    static ExchangeStep hi1NotAnswered(UUID transaction, PartyId to, String reason, boolean gaveUp) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("to", to.value());
        details.put("reason", reason);
        return new ExchangeStep(
                "hi1:" + transaction, gaveUp ? "hi1-call-given-up" : "hi1-call-delayed", "clock", details);
    }

    static ExchangeStep retried(MessageId id, String by) {
        return new ExchangeStep(subject(id), "envelope-retried", by, Map.of());
    }

    static ExchangeStep received(
            MessageId id, PartyId from, UUID conversation, long sequence, byte[] content, byte[] receipt) {
        Map<String, Object> details = place(conversation, sequence);
        details.put("content-sha256", sha256(content));
        details.put("receipt-sha256", sha256(receipt));
        return new ExchangeStep(subject(id), "envelope-received", "party " + from, details);
    }

    /**
     * @param claimed the sender that the message names, which nothing proves
     * @param unsaid how many refusals before this one were left out, so that a flood can't fill the journal
     */
    static ExchangeStep refused(String id, String claimed, String reason, String text, byte[] body, long unsaid) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("claimed-party", claimed);
        details.put("reason", reason);
        details.put("text", text);
        details.put("bytes-sha256", sha256(body));
        if (unsaid > 0) {
            details.put("further-refusals-not-recorded", unsaid);
        }
        return new ExchangeStep("message:" + id, "envelope-refused", "party " + claimed + " (claimed)", details);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static String subject(MessageId id) {
        return "message:" + id;
    }

    private static Map<String, Object> place(UUID conversation, long sequence) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("conversation", conversation.toString());
        details.put("sequence", sequence);
        return details;
    }
}

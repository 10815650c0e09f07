package org.comity.node.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;
import org.comity.node.journal.Journaled;

/** A step of an envelope between nodes, for the journal: digests of what passed, never the content. */
record ExchangeStep(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    static ExchangeStep queued(MessageId id, Envelope envelope, long sequence, PartyId own, Channel channel) {
        Map<String, Object> details = place(envelope.conversation(), sequence);
        details.put("to", envelope.to().value());
        details.put("channel", channel.token());
        details.put("content-sha256", sha256(envelope.content()));
        if (!envelope.enclosures().isEmpty()) {
            details.put(
                    "enclosures-sha256",
                    envelope.enclosures().stream()
                            .map(it -> sha256(it.content()))
                            .toList());
        }
        return new ExchangeStep(subject(id), "envelope-queued", "party " + own, details);
    }

    static ExchangeStep delivered(MessageId id, UUID conversation, long sequence, PartyId to, byte[] receipt) {
        Map<String, Object> details = place(conversation, sequence);
        details.put("receipt-sha256", sha256(receipt));
        return new ExchangeStep(subject(id), "envelope-delivered", "party " + to, details);
    }

    /** A mail server took it, or a person took it along. */
    static ExchangeStep handedOver(
            MessageId id, UUID conversation, long sequence, PartyId to, Channel channel, byte[] exactly, String by) {
        Map<String, Object> details = place(conversation, sequence);
        details.put("to", to.value());
        details.put("channel", channel.token());
        details.put("sent-sha256", sha256(exactly));
        return new ExchangeStep(subject(id), "envelope-handed-over", by, details);
    }

    /** Without a signed receipt: why the arrival is known all the same. */
    static ExchangeStep acknowledged(
            MessageId id, UUID conversation, long sequence, Delivery.Proof proof, byte[] record, String by) {
        Map<String, Object> details = place(conversation, sequence);
        details.put("proof", proof.token());
        details.put("record-sha256", sha256(record));
        return new ExchangeStep(subject(id), "envelope-acknowledged", by, details);
    }

    static ExchangeStep noticeGiven(MaintenanceNotice notice, String by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", notice.from().toString());
        details.put("until", notice.until().toString());
        return new ExchangeStep(
                "notice:" + notice.id(), notice.withdrawn() ? "notice-called-off" : "notice-given", by, details);
    }

    static ExchangeStep answerTaken(UUID id, String sender, SignatureCheck signature, byte[] mail, String by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("claimed-sender", sender);
        details.put("signature", signature.token());
        details.put("mail-sha256", sha256(mail));
        return new ExchangeStep("answer:" + id, "answer-taken", by, details);
    }

    static ExchangeStep answerFiled(UUID id, MessageId answers, UUID conversation, String by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("answers", answers.value());
        details.put("conversation", conversation.toString());
        return new ExchangeStep("answer:" + id, "answer-filed", by, details);
    }

    static ExchangeStep answerSetAside(UUID id, String because, String by) {
        return new ExchangeStep("answer:" + id, "answer-set-aside", by, Map.of("because", because));
    }

    static ExchangeStep answerTakenBack(UUID id, String by) {
        return new ExchangeStep("answer:" + id, "answer-taken-back", by, Map.of());
    }

    static ExchangeStep packetMade(Packets.Kept packet, byte[] file) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("to", packet.party().value());
        details.put("messages", packet.messages());
        details.put("file-sha256", sha256(file));
        return new ExchangeStep("packet:" + packet.id(), "packet-made", packet.handledBy(), details);
    }

    static ExchangeStep packetTaken(Packets.Kept packet, int refused, List<Noted> differences, byte[] file) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", packet.party().value());
        details.put("messages", packet.messages());
        details.put("refused", refused);
        if (!differences.isEmpty()) {
            details.put("differences", differences.toString());
        }
        details.put("file-sha256", sha256(file));
        return new ExchangeStep("packet:" + packet.id(), "packet-taken", packet.handledBy(), details);
    }

    static ExchangeStep packetRefused(String why, byte[] file, String by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("text", why);
        details.put("file-sha256", sha256(file));
        return new ExchangeStep("packet:refused", "packet-refused", by, details);
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

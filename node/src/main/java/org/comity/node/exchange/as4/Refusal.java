package org.comity.node.exchange.as4;

import java.util.Optional;

/**
 * Why a message is not taken in. Nothing of it was stored or applied.
 *
 * <p>The message goes back to the sender in a signed ebMS error, so it names no key, path or class of this node.
 */
public final class Refusal extends RuntimeException {

    /** The kinds of refusal, with the ebMS 3.0 error under which the sender is told (§6.7.1). */
    public enum Reason {
        MALFORMED("malformed", "EBMS:0009", "InvalidHeader"),
        TOO_LARGE("too-large", "EBMS:0009", "InvalidHeader"),
        UNSIGNED("unsigned", "EBMS:0103", "PolicyNoncompliance"),
        NOT_ENCRYPTED("not-encrypted", "EBMS:0103", "PolicyNoncompliance"),
        WRONG_SIGNER("wrong-signer", "EBMS:0101", "FailedAuthentication"),
        UNREADABLE("unreadable", "EBMS:0102", "FailedDecryption"),
        UNKNOWN_PARTY("unknown-party", "EBMS:0010", "ProcessingModeMismatch"),
        MISADDRESSED("misaddressed", "EBMS:0010", "ProcessingModeMismatch"),
        FOREIGN_PROFILE("foreign-profile", "EBMS:0010", "ProcessingModeMismatch"),
        WRONG_TIME("wrong-time", "EBMS:0003", "ValueInconsistent"),
        ALTERED_REPEAT("altered-repeat", "EBMS:0003", "ValueInconsistent"),
        CONTENT("content-refused", "EBMS:0004", "Other");

        private final String token;
        private final String code;
        private final String name;

        Reason(String token, String code, String name) {
            this.token = token;
            this.code = code;
            this.name = name;
        }

        public String token() {
            return token;
        }

        /** Whether the message was authenticated before it was refused. */
        public boolean senderIsProved() {
            return this == ALTERED_REPEAT || this == CONTENT;
        }

        String code() {
            return code;
        }

        String shortDescription() {
            return name;
        }
    }

    private final Reason reason;
    private final Optional<String> messageId;
    private final Optional<String> claimedParty;

    public Refusal(Reason reason, String message) {
        this(reason, message, Optional.empty(), Optional.empty());
    }

    private Refusal(Reason reason, String message, Optional<String> messageId, Optional<String> claimedParty) {
        super(message);
        this.reason = reason;
        this.messageId = messageId;
        this.claimedParty = claimedParty;
    }

    /** The same refusal, of a message that says this about itself. */
    public Refusal of(String claimedMessageId, String claimedSender) {
        return new Refusal(reason, text(), Optional.of(claimedMessageId), Optional.of(claimedSender));
    }

    public Reason reason() {
        return reason;
    }

    public String text() {
        String text = getMessage();
        return text == null ? reason.token() : text;
    }

    /** As the message claims; nothing proves it. */
    public Optional<String> messageId() {
        return messageId;
    }

    /** As the message claims; nothing proves it. */
    public Optional<String> claimedParty() {
        return claimedParty;
    }
}

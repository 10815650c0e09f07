package org.comity.node.exchange.as4;

/** What a peer's answer to a message is worth. */
public sealed interface Answer {

    /** The peer's signed receipt, which names exactly what was sent: proof of delivery. */
    record Receipt(byte[] signal) implements Answer {}

    /**
     * The peer's signed refusal.
     *
     * @param forGood the content itself is refused, so sending it again is of no use
     */
    record Refused(String text, boolean forGood) implements Answer {}

    /**
     * Anything else: it proves nothing, and the message counts as not delivered.
     *
     * @param why last word of its message key
     * @param detail what the peer's node said of it; empty where the key says all
     */
    record Worthless(String why, String detail) implements Answer {
        public Worthless(String why) {
            this(why, "");
        }
    }
}

package org.comity.node.exchange;

import org.comity.node.frame.Noted;

/** What came of one attempt to deliver an envelope, over whichever channel. */
sealed interface Attempt {

    /** The other node's signed receipt is here. */
    record Receipted(byte[] receipt) implements Attempt {}

    /**
     * It left, and its arrival will be acknowledged in its own time.
     *
     * @param exactly the bytes that left
     */
    record HandedOver(byte[] exactly) implements Attempt {}

    /**
     * It did not arrive, and may the next time.
     *
     * @param answered the other side spoke and refused: people are told at once, not only when it takes long
     */
    record NotYet(Noted trouble, boolean answered) implements Attempt {}

    /** Trying again is of no use before a person does something. */
    record Refused(Noted trouble) implements Attempt {}
}

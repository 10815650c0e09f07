package org.comity.node.console;

/** The person typed something that the command does not understand; the message says what. */
class Misuse extends RuntimeException {

    Misuse(String message) {
        super(message);
    }
}

package org.comity.node.exchange;

/** The ebMS3 message id: the same over all retries, so that a receiver can apply a message once. */
public record MessageId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

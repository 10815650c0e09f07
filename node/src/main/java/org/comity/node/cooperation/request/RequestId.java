package org.comity.node.cooperation.request;

import java.util.UUID;

/** Names a request on both nodes: it is the conversation's id on the wire. */
public record RequestId(UUID value) {

    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID());
    }

    /** @throws NotFound for text that is no id, so that a mistyped address looks like any other wrong one */
    public static RequestId of(String text) {
        try {
            return new RequestId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw NotFound.request();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.comity.node.identity;

import java.util.List;

/**
 * Addresses that may be read without signing in. A room opens its own by declaring a bean; nothing can be changed through
 * such a door.
 *
 * @param patterns as a request mapping has them, such as {@code /api/v1/law/**}
 */
public record OpenDoor(List<String> patterns) {

    public OpenDoor {
        patterns = List.copyOf(patterns);
    }

    public static OpenDoor toRead(String... patterns) {
        return new OpenDoor(List.of(patterns));
    }

    public static OpenDoor closed() {
        return new OpenDoor(List.of());
    }
}

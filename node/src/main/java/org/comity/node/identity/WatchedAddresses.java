package org.comity.node.identity;

import java.util.List;

/**
 * Addresses that show one thing of a case, whose readings are written down. A room declares its own as a bean; the first
 * variable of a pattern names the thing.
 *
 * @param kind of thing, such as {@code request}
 * @param patterns as a request mapping has them, such as {@code /requests/{id}/**}
 */
public record WatchedAddresses(String kind, List<String> patterns) {

    public WatchedAddresses {
        patterns = List.copyOf(patterns);
    }

    public static WatchedAddresses of(String kind, String... patterns) {
        return new WatchedAddresses(kind, List.of(patterns));
    }
}

package org.comity.node.frame;

import java.util.List;

/**
 * Pages that are drawn once for nobody when the node has started, so that the first reader does not wait until templates are
 * read and pictures drawn. A room adds its own by declaring a bean.
 *
 * @param addresses of pages that need no viewer
 */
public record WarmPages(List<String> addresses) {

    public WarmPages {
        addresses = List.copyOf(addresses);
    }

    public static WarmPages of(String... addresses) {
        return new WarmPages(List.of(addresses));
    }
}

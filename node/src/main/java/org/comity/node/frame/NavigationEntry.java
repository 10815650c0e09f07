package org.comity.node.frame;

import java.util.Set;
import java.util.function.IntSupplier;

/**
 * A place in the rail. A room adds its own by declaring a bean.
 *
 * @param order smallest first
 * @param label message key of the words shown
 * @param roles who sees it; empty for everyone who is signed in
 * @param minor left out of the bar at the bottom of a phone
 * @param waiting how many things wait there for the person; 0 shows nothing
 */
public record NavigationEntry(
        int order, String label, String path, Set<String> roles, boolean minor, IntSupplier waiting) {

    public static NavigationEntry of(int order, String label, String path) {
        return new NavigationEntry(order, label, path, Set.of(), false, () -> 0);
    }

    public NavigationEntry onlyFor(String... roles) {
        return new NavigationEntry(order, label, path, Set.of(roles), minor, waiting);
    }

    public NavigationEntry asMinor() {
        return new NavigationEntry(order, label, path, roles, true, waiting);
    }

    public NavigationEntry counting(IntSupplier waiting) {
        return new NavigationEntry(order, label, path, roles, minor, waiting);
    }

    boolean isFor(Set<String> rolesOfViewer) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfViewer::contains);
    }

    boolean holds(String requestPath) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }
}

package org.comity.law;

import java.util.List;
import java.util.Optional;

/**
 * The answer of the planner.
 *
 * @param routes best first; the closed ones are kept, since why a way is shut is an answer too
 */
public record RoutePlan(RouteQuery query, List<Route> routes) {

    public RoutePlan {
        routes = List.copyOf(routes);
    }

    /** The route under this provision. */
    public Optional<Route> route(String provision) {
        return routes.stream().filter(r -> r.provision().equals(provision)).findFirst();
    }
}

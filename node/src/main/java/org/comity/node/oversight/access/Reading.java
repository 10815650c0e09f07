package org.comity.node.oversight.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody was shown something, or asked for what they were not shown.
 *
 * @param label what the thing is called, such as a request's reference
 */
public record Reading(
        long number,
        Instant at,
        String name,
        List<String> roles,
        Optional<String> token,
        String kind,
        String label,
        String address,
        boolean shown) {

    public Reading {
        roles = List.copyOf(roles);
    }
}

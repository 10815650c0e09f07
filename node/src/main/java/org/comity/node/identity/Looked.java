package org.comity.node.identity;

import java.util.Optional;

/**
 * Somebody was shown a thing, or asked for one that they were not shown. Published when the answer stands.
 *
 * @param token by whose name a program came; empty for a person on a page
 * @param kind as {@link WatchedAddresses} names it
 * @param thing as the address names it, such as a request's identifier
 * @param address where, without what was asked beside it
 */
public record Looked(Person person, Optional<String> token, String kind, String thing, String address, boolean shown) {}

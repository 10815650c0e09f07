package org.comity.node.time;

import java.time.Instant;

/**
 * An exercise moved the domain's time forward, and the move is stored. Published outside any transaction: listen with
 * {@code @EventListener}.
 */
public record ClockAdvanced(Instant before, Instant now) {}

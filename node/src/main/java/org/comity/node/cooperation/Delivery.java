package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.exchange.MessageId;

/**
 * Whether a step's message has reached the counterpart.
 *
 * @param confirmedAt when its signed receipt came back
 * @param gaveUp a person must act; {@code reason} says what
 */
public record Delivery(MessageId message, Optional<Instant> confirmedAt, int attempts, boolean gaveUp, String reason) {}

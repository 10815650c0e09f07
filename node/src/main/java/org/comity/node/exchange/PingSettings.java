package org.comity.node.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Test messages by the clock, under {@code comity.exchange.ping.}. Without them, that a peer moved or changed its keys is
 * found out only when something urgent should go there.
 *
 * @param every how often each peer on the network gets one
 */
@ConfigurationProperties("comity.exchange.ping")
record PingSettings(@DefaultValue("6h") Duration every) {}

package org.comity.node.gazette;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gazette, under {@code comity.gazette.}.
 *
 * @param every how often the gazettes that are followed are looked at
 */
@ConfigurationProperties("comity.gazette")
record GazetteSettings(@DefaultValue("15m") Duration every) {}

package org.comity.node.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under {@code comity.webhooks.}.
 *
 * @param privateAddresses whether a webhook may lead to addresses of the house's own network, and without TLS; with it,
 *     who may register one can make the node call what stands behind the firewall
 * @param patience how long the other side may take to answer
 * @param disableAfter a webhook that took nothing for so long is called no more, and administrators are told
 */
@ConfigurationProperties("comity.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("3d") Duration disableAfter) {}

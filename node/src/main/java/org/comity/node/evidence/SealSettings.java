package org.comity.node.evidence;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code comity.seal.}
 *
 * @param timestampAuthority that is asked (RFC 3161 over HTTP); without one, the node stamps for itself, and its stamps say so
 * @param renewBefore how long before its newest timestamp's certificate ends a seal is stamped anew
 */
@ConfigurationProperties("comity.seal")
public record SealSettings(
        Optional<URI> timestampAuthority,
        @DefaultValue("365d") Duration renewBefore) {}

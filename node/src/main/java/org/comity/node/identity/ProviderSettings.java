package org.comity.node.identity;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Single sign-on with the house's OpenID Connect provider, under {@code comity.sign-in.provider.}. Without an issuer there is
 * none. Who may work here, and as what, stays with the administrators of this node: of the provider it takes who somebody is.
 *
 * @param issuer its address, below which it describes itself ({@code /.well-known/openid-configuration})
 * @param clientId under which this node is known there
 * @param clientSecret proves this node to it
 * @param name on the button
 * @param bothFactors whether the node's own code is not asked for when the provider says that it asked for a second factor
 *     ({@code amr} with {@code mfa}, RFC 8176); without it the provider stands for the password alone
 */
@ConfigurationProperties("comity.sign-in.provider")
public record ProviderSettings(
        Optional<URI> issuer,
        @DefaultValue("comity") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue("false") boolean bothFactors) {

    public boolean isSetUp() {
        return issuer.isPresent();
    }
}

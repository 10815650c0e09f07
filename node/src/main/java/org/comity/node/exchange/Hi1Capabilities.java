package org.comity.node.exchange;

import org.comity.hi1.CspConfig;

/** What this node, as a provider, says about itself when asked with GETCSPCONFIG. */
@FunctionalInterface
public interface Hi1Capabilities {

    CspConfig configuration();
}

package org.comity.node.evidence.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key that seals or stamps, and who vouches for it.
 *
 * @param root of the node's seals
 */
record SealKey(PrivateKey key, X509Certificate certificate, X509Certificate root) {

    static final String ALGORITHM = "SHA256withECDSA";
}

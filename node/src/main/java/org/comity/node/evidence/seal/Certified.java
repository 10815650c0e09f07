package org.comity.node.evidence.seal;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Whom a certificate names. */
final class Certified {

    private Certified() {}

    static String name(X509Certificate certificate) {
        X500Name name =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var common = name.getRDNs(BCStyle.CN);
        return common.length == 0
                ? name.toString()
                : common[0].getFirst().getValue().toString();
    }
}

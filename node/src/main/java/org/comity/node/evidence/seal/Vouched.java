package org.comity.node.evidence.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** By which words the root of a node vouches for the root of its seals. */
public final class Vouched {

    private static final String FORM = "comity-seal-root/1 ";

    private Vouched() {}

    /** What is signed: the form and the certificate's SHA-256. */
    public static byte[] statement(X509Certificate sealRoot) {
        try {
            return (FORM + Sha256.of(sealRoot.getEncoded())).getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read can be written.", impossible);
        }
    }

    public static boolean by(X509Certificate node, X509Certificate sealRoot, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(node.getPublicKey());
            check.update(statement(sealRoot));
            return check.verify(signature);
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }
}

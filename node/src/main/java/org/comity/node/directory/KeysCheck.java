package org.comity.node.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.frame.Said;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The keys do what their certificates say, and the certificates hold for a while yet. */
@Component
class KeysCheck implements Check {

    private static final byte[] TRIAL = "trial".getBytes(StandardCharsets.US_ASCII);

    private final NodeKeys keys;
    private final Clock wallClock;

    @Autowired
    KeysCheck(OwnNode own, @WallClock Clock wallClock) {
        this(own.keys(), wallClock);
    }

    KeysCheck(NodeKeys keys, Clock wallClock) {
        this.keys = keys;
        this.wallClock = wallClock;
    }

    @Override
    public Subject subject() {
        return Subject.KEYS;
    }

    @Override
    public List<Finding> look() throws GeneralSecurityException {
        var findings = new ArrayList<Finding>();
        if (!holds(keys.rootCertificate(), keys.signAsRoot(TRIAL))) {
            findings.add(wrong("root"));
        }
        if (!holds(keys.signingCertificate(), signed())) {
            findings.add(wrong("signing"));
        }
        if (!opens()) {
            findings.add(wrong("encryption"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.well(Said.of("checkup.keys.well")));
        }
        findings.add(until(keys.rootCertificate(), Said.of("checkup.keys.root")));
        findings.add(until(keys.signingCertificate(), Said.of("checkup.keys.signing")));
        findings.add(until(keys.encryptionCertificate(), Said.of("checkup.keys.encryption")));
        return findings;
    }

    private byte[] signed() throws GeneralSecurityException {
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.signingKey());
        signing.update(TRIAL);
        return signing.sign();
    }

    private static boolean holds(X509Certificate certificate, byte[] signature) throws GeneralSecurityException {
        Signature checking = Signature.getInstance("Ed25519");
        try {
            checking.initVerify(certificate.getPublicKey());
        } catch (InvalidKeyException ofAnotherKind) {
            return false;
        }
        checking.update(TRIAL);
        return checking.verify(signature);
    }

    /** A stranger who knows the certificate alone comes to the same secret as this node (RFC 7748, section 6.1). */
    private boolean opens() throws GeneralSecurityException {
        KeyPair stranger = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        try {
            return Arrays.equals(
                    secret(stranger.getPrivate(), keys.encryptionCertificate().getPublicKey()),
                    secret(keys.encryptionKey(), stranger.getPublic()));
        } catch (InvalidKeyException ofAnotherKind) {
            return false;
        }
    }

    private static byte[] secret(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static Finding wrong(String key) {
        return Finding.failed(Said.of("checkup.keys.wrong", key), Said.of("checkup.keys.wrong.to-do"));
    }

    private Finding until(X509Certificate certificate, Said what) {
        return Finding.until(
                certificate.getNotAfter().toInstant(), wallClock.instant(), what, Said.of("checkup.keys.renew"));
    }
}

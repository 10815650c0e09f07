package org.comity.node.evidence.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.comity.node.evidence.Checked;
import org.comity.node.frame.Said;

/**
 * Checks a seal without a node, a network, or the library that made it. Each step goes on after another failed, so that a
 * reader learns all that is wrong.
 */
public final class CheckingSeal {

    /** Clocks differ a little; nothing honest is further ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Map<String, byte[]> seal;
    private final Map<String, String> digests;
    private final X509Certificate root;
    private final Instant now;
    private final List<Checked> findings = new ArrayList<>();
    private Optional<Instant> stamped = Optional.empty();

    /**
     * @param seal what lies in {@code META-INF}
     * @param digests of all other files, as they are now
     * @param root of the seals of the node whose it should be
     */
    public CheckingSeal(Map<String, byte[]> seal, Map<String, String> digests, X509Certificate root, Clock clock) {
        this.seal = Map.copyOf(seal);
        this.digests = new TreeMap<>(digests);
        this.root = root;
        this.now = clock.instant();
    }

    /** All findings, those about the files first. */
    public List<Checked> check() {
        byte[] manifest = seal.get(Seal.MANIFEST);
        byte[] signature = seal.get(Seal.SIGNATURE);
        if (manifest == null || signature == null) {
            return List.of(Checked.fails("evidence.verify.no-seal"));
        }
        contents(manifest);
        signature(manifest, signature);
        renewals();
        return List.copyOf(findings);
    }

    /** The first moment at which somebody says that the seal was there; after {@link #check}. */
    public Optional<Instant> stamped() {
        return stamped;
    }

    private void contents(byte[] manifest) {
        try {
            var sealed = new LinkedHashMap<String, String>();
            SealManifest.read(manifest).files().forEach(file -> sealed.put(file.path(), file.sha256()));
            int before = findings.size();
            sealed.forEach((path, digest) -> file(path, digest, sealed));
            var added = new TreeSet<>(digests.keySet());
            added.removeAll(sealed.keySet());
            added.forEach(path -> findings.add(Checked.fails("evidence.verify.file-added", path)));
            if (findings.size() == before) {
                findings.add(Checked.holds("evidence.verify.files", sealed.size()));
            }
        } catch (IOException garbled) {
            findings.add(Checked.fails("evidence.verify.manifest-garbled"));
        }
    }

    private void file(String path, String digest, Map<String, String> sealed) {
        String found = digests.get(path);
        if (found == null) {
            findings.add(Checked.fails("evidence.verify.file-missing", path));
        } else if (!found.equals(digest)) {
            findings.add(sealed.entrySet().stream()
                    .filter(other -> other.getValue().equals(found))
                    .findFirst()
                    .map(other -> Checked.fails("evidence.verify.file-swapped", path, other.getKey()))
                    .orElseGet(() -> Checked.fails("evidence.verify.file-changed", path, digest, found)));
        }
    }

    private void signature(byte[] manifest, byte[] signature) {
        try {
            var cms = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
            SignerInformation signer = only(cms);
            X509Certificate certificate = certificate(cms.getCertificates(), signer);
            checkShape(cms);
            try {
                findings.add(
                        signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))
                                ? Checked.holds("evidence.verify.signed", Certified.name(certificate))
                                : Checked.fails("evidence.verify.not-signed", Certified.name(certificate)));
            } catch (CMSSignerDigestMismatchException otherFiles) {
                findings.add(Checked.fails("evidence.verify.seal-of-others"));
            }
            findings.add(
                    isIssuedByRoot(certificate)
                            ? Checked.holds("evidence.verify.seal-key")
                            : Checked.fails("evidence.verify.other-seal-key", Certified.name(certificate)));
            claimed(signer);
            stamp(signer);
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException
                | RuntimeException garbled) { // of a damaged structure the library throws what it happens to meet
            findings.add(Checked.fails("evidence.verify.signature-garbled"));
        }
    }

    private void claimed(SignerInformation signer) {
        Attribute said = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (said != null) {
            Instant at = Time.getInstance(said.getAttrValues().getObjectAt(0))
                    .getDate()
                    .toInstant();
            if (at.isAfter(now.plus(AHEAD))) {
                findings.add(Checked.fails("evidence.verify.signed-in-future", at.toString()));
            }
        }
    }

    private void stamp(SignerInformation signer)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var unsigned = signer.getUnsignedAttributes();
        Attribute held = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (held == null) {
            findings.add(Checked.open("evidence.verify.not-stamped"));
            return;
        }
        stamp(
                        held.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded(),
                        signer.getSignature(),
                        "evidence.verify.the-seal")
                .ifPresent(at -> stamped = Optional.of(at));
    }

    /** @param what the key of what was stamped @return when, if it holds */
    private Optional<Instant> stamp(byte[] token, byte[] stampedBytes, String what) {
        var about = Said.of(what);
        try {
            var stamp = new TimeStampToken(new CMSSignedData(token));
            Instant at = stamp.getTimeStampInfo().getGenTime().toInstant();
            if (!Arrays.equals(
                    stamp.getTimeStampInfo().getMessageImprintDigest(),
                    HexFormat.of().parseHex(Sha256.of(stampedBytes)))) {
                findings.add(Checked.fails("evidence.verify.stamp-of-others", about));
                return Optional.empty();
            }
            X509Certificate certificate = certificate(stamp.getCertificates(), only(new CMSSignedData(token)));
            checkShape(new CMSSignedData(token));
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            if (at.isAfter(now.plus(AHEAD))) {
                findings.add(Checked.fails("evidence.verify.stamp-in-future", about, at.toString()));
                return Optional.empty();
            }
            findings.add(
                    isIssuedByRoot(certificate)
                            ? Checked.holds("evidence.verify.stamped-locally", about, at.toString())
                            : Checked.holds(
                                    "evidence.verify.stamped", about, at.toString(), Certified.name(certificate)));
            if (!isIssuedByRoot(certificate)) {
                findings.add(Checked.open("evidence.verify.stamp-trust", Certified.name(certificate)));
            }
            return Optional.of(at);
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException broken) {
            findings.add(Checked.fails("evidence.verify.stamp-broken", about));
            return Optional.empty();
        }
    }

    private void renewals() {
        int count = (int) seal.keySet().stream()
                .filter(path -> path.startsWith("META-INF/ASiCArchiveManifest"))
                .count();
        Instant before = stamped.orElse(Instant.MIN);
        for (int at = 0; at < count; at++) {
            byte[] manifest = seal.get(Seal.renewalPath(at, count));
            byte[] stamp = seal.get(Seal.stampPath(at));
            if (manifest == null || stamp == null) {
                findings.add(Checked.fails("evidence.verify.renewal-missing", at + 1));
                continue;
            }
            if (!covers(manifest)) {
                findings.add(Checked.fails("evidence.verify.renewal-of-others", at + 1));
            }
            Optional<Instant> renewed = stamp(stamp, manifest, "evidence.verify.the-renewal");
            if (renewed.isPresent() && renewed.get().isBefore(before)) {
                findings.add(Checked.fails("evidence.verify.renewal-order", at + 1));
            }
            before = renewed.orElse(before);
        }
    }

    /** Whether each file that a renewal names is as it was, under the name that it had then or has now. */
    private boolean covers(byte[] manifest) {
        try {
            var all = new TreeMap<>(digests);
            seal.forEach((path, bytes) -> all.put(path, Sha256.of(bytes)));
            return SealManifest.read(manifest).files().stream()
                    .allMatch(file -> file.sha256().equals(all.get(file.path())));
        } catch (IOException garbled) {
            return false;
        }
    }

    private boolean isIssuedByRoot(X509Certificate certificate) {
        return isIssuedBy(root, certificate);
    }

    private static boolean isIssuedBy(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** What the library reads leniently is looked at here: the type, and the certificates beside the signer's. */
    private void checkShape(CMSSignedData cms) throws CMSException, GeneralSecurityException {
        if (!cms.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                || cms.toASN1Structure().getContent() == null) {
            throw new CMSException("This is no signature.");
        }
        var all = new ArrayList<X509Certificate>(List.of(root));
        for (X509CertificateHolder beside : cms.getCertificates().getMatches(null)) {
            all.add(new JcaX509CertificateConverter().getCertificate(beside));
        }
        for (X509Certificate certificate : all) {
            var issuers = all.stream()
                    .filter(other -> other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                    .toList();
            if (!issuers.isEmpty() && issuers.stream().noneMatch(issuer -> isIssuedBy(issuer, certificate))) {
                throw new CMSException("A certificate beside the signature does not hold.");
            }
        }
    }

    private static SignerInformation only(CMSSignedData cms) throws CMSException {
        var signers = cms.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new CMSException("There is one signature where this has " + signers.size() + ".");
        }
        return signers.iterator().next();
    }

    /** Of whoever made a timestamp. */
    static X509Certificate certificateOf(byte[] token) {
        try {
            var cms = new CMSSignedData(token);
            return certificate(cms.getCertificates(), only(cms));
        } catch (CMSException | GeneralSecurityException garbled) {
            throw new IllegalStateException("A timestamp that was kept can't be read.", garbled);
        }
    }

    @SuppressWarnings("unchecked") // a signer's id selects certificates; its class does not say so
    private static X509Certificate certificate(Store<X509CertificateHolder> all, SignerInformation signer)
            throws CMSException, GeneralSecurityException {
        for (Object found : all.getMatches(signer.getSID())) {
            return new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) found);
        }
        throw new CMSException("The certificate of the signer is not there.");
    }
}

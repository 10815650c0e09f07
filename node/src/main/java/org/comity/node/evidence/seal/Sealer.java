package org.comity.node.evidence.seal;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.comity.node.evidence.seal.SealManifest.SealedName;

/**
 * Seals, stamps and renews with EU DSS. Signing needs nobody else; only the stamp asks an authority, and may come later. What
 * is signed is the manifest, so that a large file is read once, by whoever has its digest.
 */
public final class Sealer {

    private final SealKeys keys;
    private final UnaryOperator<byte[]> vouching;
    private final TimestampAuthority authority;
    private final Clock clock;

    Sealer(SealKeys keys, UnaryOperator<byte[]> vouching, TimestampAuthority authority, Clock clock) {
        this.keys = keys;
        this.vouching = vouching;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * @param folder for the keys
     * @param node the certificate of the node's root
     * @param vouching signs with that root's key
     * @param authority that is asked for timestamps; without one, the node's own
     */
    public static Sealer of(
            Path folder, X509Certificate node, UnaryOperator<byte[]> vouching, Optional<URI> authority, Clock clock) {
        var keys = new SealKeys(folder, node, clock);
        return new Sealer(
                keys,
                vouching,
                authority
                        .<TimestampAuthority>map(AskedAuthority::new)
                        .orElseGet(() -> new LocalAuthority(keys::timestamp, clock)),
                clock);
    }

    /** Signed, not yet stamped (level B). */
    public Seal seal(List<SealedFile> files) {
        byte[] manifest = new SealManifest(new SealedName(Seal.SIGNATURE, Seal.SIGNATURE_TYPE), files).bytes();
        SealKey key = keys.seal();
        var parameters = cades(key, SignatureLevel.CAdES_BASELINE_B);
        var service = new CAdESService(verifier(key));
        var document = manifestDocument(manifest);
        byte[] signed = sign(key, service.getDataToSign(document, parameters).getBytes());
        return new Seal(
                manifest,
                DSSUtils.toByteArray(service.signDocument(
                        document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signed))),
                List.of());
    }

    /** With the authority's word on when the signature was there, and the root's on its keys at that time (level LT). */
    public Seal stamp(Seal seal) throws IOException {
        SealKey key = keys.seal();
        var parameters = cades(key, SignatureLevel.CAdES_BASELINE_LT);
        parameters.setDetachedContents(List.of(manifestDocument(seal.manifest())));
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        var verifier = verifier(key);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(keys.revocations())));
        // an authority of elsewhere may be trusted there and not here; its certificate is in its stamp
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        var service = new CAdESService(verifier);
        service.setTspSource(this::ask);
        try {
            DSSDocument extended = service.extendDocument(new InMemoryDocument(seal.signature(), "seal"), parameters);
            return new Seal(seal.manifest(), DSSUtils.toByteArray(extended), seal.renewals());
        } catch (UncheckedIOException unreached) {
            throw unreached.getCause();
        } catch (DSSException refused) {
            throw refused.getCause() instanceof IOException unreached
                    ? unreached
                    : new IOException("The seal could not be stamped: " + refused.getMessage(), refused);
        }
    }

    /** Stamps all that is there anew, before the last stamp's maker or its arithmetic is too old (level LTA). */
    public Seal renew(Seal seal) throws IOException {
        int at = seal.renewals().size();
        var files = new ArrayList<SealedFile>();
        // the newest renewal so far gets its number now
        var all = new Seal(seal.manifest(), seal.signature(), plus(seal.renewals(), new byte[0], new byte[0])).files();
        all.forEach((path, bytes) -> {
            if (bytes.length > 0) {
                files.add(new SealedFile(path, typeOf(path), Sha256.of(bytes)));
            }
        });
        files.addAll(SealManifest.read(seal.manifest()).files());
        byte[] manifest = new SealManifest(new SealedName(Seal.stampPath(at), Seal.STAMP_TYPE), files).bytes();
        byte[] stamp = authority.stamp(HexFormat.of().parseHex(Sha256.of(manifest)));
        return new Seal(seal.manifest(), seal.signature(), plus(seal.renewals(), manifest, stamp));
    }

    /** A PDF that carries its signature inside (PAdES, level B). */
    public byte[] signPdf(byte[] pdf) {
        SealKey key = keys.seal();
        var parameters = new PAdESSignatureParameters();
        common(parameters, key, SignatureLevel.PAdES_BASELINE_B);
        var service = new PAdESService(verifier(key));
        var document = new InMemoryDocument(pdf, "report.pdf", MimeTypeEnum.PDF);
        byte[] signed = sign(key, service.getDataToSign(document, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(
                document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signed)));
    }

    /** Who stamps, as shown to a person. */
    public String authority() {
        return authority.name();
    }

    /** By which whoever trusts this node recognises its seals. */
    public X509Certificate root() {
        return keys.root();
    }

    /** The word of the node's root for the root of its seals, see {@link Vouched}. */
    public byte[] vouched() {
        return vouching.apply(Vouched.statement(keys.root()));
    }

    /** When the certificate of the newest timestamp ends. */
    public static Instant stampEnds(Seal seal) {
        return CheckingSeal.certificateOf(seal.renewals().getLast().stamp())
                .getNotAfter()
                .toInstant();
    }

    private CAdESSignatureParameters cades(SealKey key, SignatureLevel level) {
        var parameters = new CAdESSignatureParameters();
        common(parameters, key, level);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return parameters;
    }

    private void common(CAdESSignatureParameters parameters, SealKey key, SignatureLevel level) {
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        var certificate = new CertificateToken(key.certificate());
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(certificate, new CertificateToken(key.root()));
    }

    private TimestampBinary ask(DigestAlgorithm algorithm, byte[] digest) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new IllegalStateException("Stamps are asked for SHA-256, not " + algorithm);
        }
        try {
            return new TimestampBinary(authority.stamp(digest));
        } catch (IOException unreached) {
            throw new UncheckedIOException(unreached);
        }
    }

    private static byte[] sign(SealKey key, byte[] said) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(key.key());
            signature.update(said);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The node's seal key could not sign.", e);
        }
    }

    private static CommonCertificateVerifier verifier(SealKey key) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(key.root()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null); // nothing is fetched
        return verifier;
    }

    private static DSSDocument manifestDocument(byte[] manifest) {
        return new InMemoryDocument(manifest, Seal.MANIFEST, MimeTypeEnum.XML);
    }

    private static List<Seal.Renewal> plus(List<Seal.Renewal> before, byte[] manifest, byte[] stamp) {
        var all = new ArrayList<>(before);
        all.add(new Seal.Renewal(manifest, stamp));
        return all;
    }

    private static String typeOf(String path) {
        return path.endsWith(".xml")
                ? "application/xml"
                : path.endsWith(".tst") ? Seal.STAMP_TYPE : Seal.SIGNATURE_TYPE;
    }
}

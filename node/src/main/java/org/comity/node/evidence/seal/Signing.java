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
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The one class that speaks to EU DSS; whoever does not call it does not load it. */
final class Signing {

    private final SealKey key;
    private final Instant now;

    Signing(SealKey key, Instant now) {
        this.key = key;
        this.now = now;
    }

    /** A detached CAdES signature over a manifest, level B. */
    byte[] cades(byte[] manifest) {
        var parameters = parameters(SignatureLevel.CAdES_BASELINE_B);
        var service = new CAdESService(verifier());
        var document = document(manifest);
        byte[] signed = sign(service.getDataToSign(document, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value(signed)));
    }

    /** The same with a timestamp and a list of revocations in it, level LT. */
    byte[] extended(byte[] manifest, byte[] signature, TimestampAuthority authority, byte[] revocations)
            throws IOException {
        var parameters = parameters(SignatureLevel.CAdES_BASELINE_LT);
        parameters.setDetachedContents(List.of(document(manifest)));
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        var verifier = verifier();
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(revocations)));
        // an authority of elsewhere may be trusted there and not here; its certificate is in its stamp
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        var service = new CAdESService(verifier);
        service.setTspSource((algorithm, digest) -> ask(authority, algorithm, digest));
        try {
            return DSSUtils.toByteArray(service.extendDocument(new InMemoryDocument(signature, "seal"), parameters));
        } catch (UncheckedIOException unreached) {
            throw unreached.getCause();
        } catch (DSSException refused) {
            throw new IOException("The seal could not be stamped: " + refused.getMessage(), refused);
        }
    }

    /** A PDF that carries its signature inside, PAdES level B. */
    byte[] pades(byte[] pdf) {
        var parameters = new PAdESSignatureParameters();
        set(parameters, SignatureLevel.PAdES_BASELINE_B);
        var service = new PAdESService(verifier());
        var document = new InMemoryDocument(pdf, "report.pdf", MimeTypeEnum.PDF);
        byte[] signed = sign(service.getDataToSign(document, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value(signed)));
    }

    private CAdESSignatureParameters parameters(SignatureLevel level) {
        var parameters = new CAdESSignatureParameters();
        set(parameters, level);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return parameters;
    }

    private void set(CAdESSignatureParameters parameters, SignatureLevel level) {
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(now));
        var certificate = new CertificateToken(key.certificate());
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(certificate, new CertificateToken(key.root()));
    }

    private static TimestampBinary ask(TimestampAuthority authority, DigestAlgorithm algorithm, byte[] digest) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new IllegalStateException("Stamps are asked for SHA-256, not " + algorithm);
        }
        try {
            return new TimestampBinary(authority.stamp(digest));
        } catch (IOException unreached) {
            throw new UncheckedIOException(unreached);
        }
    }

    private byte[] sign(byte[] said) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(key.key());
            signature.update(said);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The node's seal key could not sign.", e);
        }
    }

    private CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(key.root()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null); // nothing is fetched
        return verifier;
    }

    private static SignatureValue value(byte[] signed) {
        return new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signed);
    }

    private static DSSDocument document(byte[] manifest) {
        return new InMemoryDocument(manifest, Seal.MANIFEST, MimeTypeEnum.XML);
    }
}

package org.comity.node.evidence.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The node stamps for itself, so that a seal has the right shape when no authority is configured. Such a stamp is worth the
 * node's word; its maker's name says so.
 */
final class LocalAuthority implements TimestampAuthority {

    static final String NAMED = "%s local timestamps, no independent authority";

    /** RFC 3161 asks for a policy; this one, of the UUID arc (ITU-T X.667), says: by the node's own clock. */
    private static final ASN1ObjectIdentifier BY_ITS_OWN_CLOCK =
            new ASN1ObjectIdentifier("2.25.103859842206157839562139840321783156497");

    private static final int SERIAL_BITS = 120;

    private final Supplier<SealKey> key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LocalAuthority(Supplier<SealKey> key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public byte[] stamp(byte[] sha256) throws IOException {
        SealKey stamping = key.get();
        try {
            DigestCalculator sha =
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
            SignerInfoGenerator signer = new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(
                            new JcaContentSignerBuilder(SealKey.ALGORITHM).build(stamping.key()),
                            new JcaX509CertificateHolder(stamping.certificate()));
            var generator = new TimeStampTokenGenerator(signer, sha, BY_ITS_OWN_CLOCK);
            generator.setAccuracySeconds(1);
            generator.addCertificates(new JcaCertStore(List.of(stamping.certificate(), stamping.root())));
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            return generator
                    .generate(
                            asking.generate(TSPAlgorithms.SHA256, sha256),
                            new BigInteger(SERIAL_BITS, random),
                            Date.from(clock.instant()))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IOException("The node's own timestamp could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return Certified.name(key.get().certificate());
    }
}

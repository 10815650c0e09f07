package org.comity.node.evidence.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.comity.node.directory.NodeKeys;
import org.comity.node.directory.PartyId;

/** A node's keys and what it seals with, at a moment of the test's choice. */
final class SomeSeals {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final NodeKeys node = NodeKeys.generate(new PartyId("PT-contact-point"), "Contact point", at(NOW));
    final SealKeys keys;
    final Sealer sealer;

    SomeSeals(Path folder) {
        keys = new SealKeys(folder, node.rootCertificate(), at(NOW));
        sealer = new Sealer(keys, node::signAsRoot, new LocalAuthority(keys::timestamp, at(NOW)), at(NOW));
    }

    Sealer stampedBy(TimestampAuthority authority) {
        return new Sealer(keys, node::signAsRoot, authority, at(NOW));
    }

    /** As an authority would over HTTP. @param question of RFC 3161 */
    byte[] answer(byte[] question) throws IOException {
        try {
            SealKey key = keys.timestamp();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests)
                            .build(
                                    new JcaContentSignerBuilder(SealKey.ALGORITHM).build(key.key()),
                                    new JcaX509CertificateHolder(key.certificate())),
                    digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(key.certificate(), key.root())));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(question), BigInteger.ONE, Date.from(NOW))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorException | TSPException e) {
            throw new IOException(e);
        }
    }

    static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}

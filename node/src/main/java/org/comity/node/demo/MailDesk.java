package org.comity.node.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An authority that has a mail program with S/MIME (RFC 8551) and no node. Knows nothing of Comity but the certificate that
 * it was handed.
 */
final class MailDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MailHouse house;
    private final String address;
    private final Identity own;
    private final X509Certificate correspondent;

    /** @param correspondent the other side's mail certificate, in PEM or DER */
    MailDesk(MailHouse house, String address, Identity own, byte[] correspondent) {
        this.house = house;
        this.address = address;
        this.own = own;
        try {
            this.correspondent = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(correspondent));
        } catch (GeneralSecurityException e) {
            throw new StoryBroken("The node's mail certificate can't be read: " + e.getMessage());
        }
    }

    /**
     * A mail as it was read.
     *
     * @param enclosures names of the files in it
     */
    record Letter(String id, String subject, List<String> enclosures) {}

    /** Opens the next mail, which must be sealed to this desk and signed by the one who was expected. */
    Letter read() {
        Instant deadline = Desk.now().plus(PATIENCE);
        while (Desk.now().isBefore(deadline)) {
            var mail = house.next();
            if (mail.isPresent()) {
                return opened(mail.get());
            }
            Desk.pause();
        }
        throw new StoryBroken("No mail came to " + address + ".");
    }

    private Letter opened(byte[] mail) {
        try {
            MimeMessage outside = new MimeMessage(null, new ByteArrayInputStream(mail));
            byte[] inside = new CMSEnvelopedData(bytes(outside))
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getContent(new JceKeyTransEnvelopedRecipient(own.key()));
            CMSSignedData signed = new CMSSignedData(bytes(new MimeMessage(null, new ByteArrayInputStream(inside))));
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            Story.require(
                    signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(correspondent)),
                    "The mail to " + address + " is not signed by who was expected.");
            byte[] content = (byte[]) signed.getSignedContent().getContent();
            List<String> enclosures = new ArrayList<>();
            collect(new MimeMessage(null, new ByteArrayInputStream(content)), enclosures);
            return new Letter(outside.getMessageID(), outside.getSubject(), enclosures);
        } catch (MessagingException | CMSException | OperatorCreationException e) {
            throw new StoryBroken("The mail to " + address + " can't be opened: " + e.getMessage());
        }
    }

    /** Answers, signed and sealed. */
    void answer(Letter letter, String text) {
        byte[] entity = "Content-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n"
                .formatted(text)
                .getBytes(UTF_8);
        byte[] sealed = sealed(entity("signed-data", signed(entity)));
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes("From: <%s>\r\nMessage-ID: <%s@mail>\r\nIn-Reply-To: %s\r\nSubject: Re: %s\r\n"
                .formatted(address, UUID.randomUUID(), letter.id(), letter.subject())
                .getBytes(UTF_8));
        mail.writeBytes(entity("enveloped-data", sealed));
        house.deliver(mail.toByteArray());
    }

    private byte[] signed(byte[] entity) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(own.key()), own.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(own.certificate())));
            return generator.generate(new CMSProcessableByteArray(entity), true).getEncoded();
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The answer can't be signed.", e);
        }
    }

    private byte[] sealed(byte[] entity) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(correspondent));
            return generator
                    .generate(
                            new CMSProcessableByteArray(entity),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The answer can't be sealed.", e);
        }
    }

    private static byte[] entity(String type, byte[] cms) {
        return "Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(cms))
                .getBytes(US_ASCII);
    }

    private static void collect(Part part, List<String> names) throws MessagingException {
        try {
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int number = 0; number < parts.getCount(); number++) {
                    BodyPart inner = parts.getBodyPart(number);
                    collect(inner, names);
                }
            } else if (part.getFileName() != null) {
                names.add(part.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Part part) throws MessagingException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

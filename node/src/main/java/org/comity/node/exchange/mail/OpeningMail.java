package org.comity.node.exchange.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;
import org.comity.node.directory.Fingerprint;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.SignatureCheck;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Opens a mail, sealed or not, and checks its signature against the one certificate that the directory holds of the sender.
 * Works on the raw bytes, because a signature is over exactly those.
 */
public final class OpeningMail {

    /** Sealed, signed, sealed again by a list server: no honest mail is wrapped more often. */
    private static final int DEEPEST = 6;

    private static final int MOST_PARTS = 200;

    private final Optional<MailKeys> own;
    private final Clock wallClock;

    public OpeningMail(Optional<MailKeys> own, Clock wallClock) {
        this.own = own;
        this.wallClock = wallClock;
    }

    /** The mail can't be read: broken, or sealed to a key that this node does not have. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        private final String why;

        Unreadable(String why, @Nullable Throwable cause) {
            super(why, cause);
            this.why = why;
        }

        /** Last word of its message key. */
        public String why() {
            return why;
        }
    }

    /** What the layers so far have shown. */
    private record Layers(boolean sealed, SignatureCheck signature, Optional<Fingerprint> signer) {
        static final Layers NONE = new Layers(false, SignatureCheck.ABSENT, Optional.empty());
    }

    /**
     * @param held the certificate that the directory holds of the sender, if any
     */
    public Opened open(byte[] mail, Optional<X509Certificate> held) throws Unreadable {
        try {
            return open(MimeBytes.withLineEnds(mail), held, Layers.NONE, 0);
        } catch (RuntimeException e) {
            // whatever somebody sends, one mail must never keep the next one from being read
            throw new Unreadable("broken", e);
        }
    }

    private Opened open(byte[] entity, Optional<X509Certificate> held, Layers layers, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable("too-deep", null);
        }
        ContentType type = MimeBytes.typeOf(entity);
        String base = type.getBaseType().toLowerCase(Locale.ROOT);
        try {
            if (base.equals("application/pkcs7-mime") || base.equals("application/x-pkcs7-mime")) {
                return openCms(body(entity), held, layers, depth);
            }
            if (base.equals("multipart/signed")) {
                MimeBytes.Signed parts = MimeBytes.signedParts(entity, String.valueOf(type.getParameter("boundary")))
                        .orElseThrow(() -> new Unreadable("broken", null));
                CMSSignedData signature =
                        new CMSSignedData(new CMSProcessableByteArray(parts.content()), body(parts.signature()));
                return open(parts.content(), held, checked(signature, held, layers), depth + 1);
            }
        } catch (CMSException e) {
            return new Opened(
                    layers.sealed(), SignatureCheck.BROKEN, layers.signer(), content(MimeBytes.inside(entity, type)));
        }
        return new Opened(layers.sealed(), layers.signature(), layers.signer(), content(entity));
    }

    private Opened openCms(byte[] cms, Optional<X509Certificate> held, Layers layers, int depth) throws Unreadable {
        ContentInfo info;
        try {
            info = ContentInfo.getInstance(cms);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("broken", e);
        }
        try {
            if (info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                CMSSignedData signed = new CMSSignedData(info);
                if (signed.getSignedContent() == null
                        || !(signed.getSignedContent().getContent() instanceof byte[] content)) {
                    throw new Unreadable("broken", null);
                }
                return open(content, held, checked(signed, held, layers), depth + 1);
            }
            Collection<RecipientInformation> recipients;
            if (info.getContentType().equals(CMSObjectIdentifiers.envelopedData)) {
                recipients = new CMSEnvelopedData(info).getRecipientInfos().getRecipients();
            } else if (info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)) {
                recipients = new CMSAuthEnvelopedData(cms).getRecipientInfos().getRecipients();
            } else {
                throw new Unreadable("broken", null);
            }
            // what a seal around a signature hides, the signature inside does not prove again
            Layers within = new Layers(true, layers.signature(), layers.signer());
            return open(unsealed(recipients), held, within, depth + 1);
        } catch (CMSException e) {
            throw new Unreadable("broken", e);
        }
    }

    private byte[] unsealed(Collection<RecipientInformation> recipients) throws Unreadable {
        MailKeys keys = own.orElseThrow(() -> new Unreadable("no-key", null));
        Recipient recipient = keys.key().getAlgorithm().equals("RSA")
                ? new JceKeyTransEnvelopedRecipient(keys.key())
                : new JceKeyAgreeEnvelopedRecipient(keys.key()).setProvider(Smime.PROVIDER);
        X509CertificateHolder certificate = holder(keys.certificate());
        for (RecipientInformation information : recipients) {
            if (information.getRID().match(certificate)) {
                try {
                    return information.getContent(recipient);
                } catch (CMSException e) {
                    throw new Unreadable("broken", e);
                }
            }
        }
        throw new Unreadable("another-key", null);
    }

    private Layers checked(CMSSignedData signed, Optional<X509Certificate> held, Layers layers) {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            return layers;
        }
        for (SignerInformation signer : signers) {
            if (held.isPresent() && signer.getSID().match(holder(held.get()))) {
                return new Layers(
                        layers.sealed(),
                        verifies(signer, held.get()) ? valid(held.get()) : SignatureCheck.BROKEN,
                        Optional.of(Fingerprint.of(held.get())));
            }
        }
        SignerInformation signer = signers.iterator().next();
        Optional<X509Certificate> stranger = signed.getCertificates().getMatches(null).stream()
                .filter(candidate -> signer.getSID().match(candidate))
                .findFirst()
                .flatMap(OpeningMail::certificate);
        return new Layers(
                layers.sealed(),
                stranger.filter(certificate -> verifies(signer, certificate)).isPresent()
                        ? SignatureCheck.STRANGER
                        : SignatureCheck.BROKEN,
                stranger.map(Fingerprint::of));
    }

    private SignatureCheck valid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(wallClock.instant()));
            return SignatureCheck.PROVED;
        } catch (CertificateException e) {
            return SignatureCheck.ENDED;
        }
    }

    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            // by the key alone: that the certificate may serve now is judged apart
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Smime.PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (CertificateException | IOException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }

    /** The body of an entity, out of its transfer coding. */
    private static byte[] body(byte[] entity) throws Unreadable {
        try (InputStream in = new MimeBodyPart(new ByteArrayInputStream(entity)).getInputStream()) {
            return in.readAllBytes();
        } catch (MessagingException | IOException e) {
            throw new Unreadable("broken", e);
        }
    }

    static Opened.Content content(byte[] entity) throws Unreadable {
        StringBuilder text = new StringBuilder();
        List<Enclosure> enclosures = new ArrayList<>();
        try {
            collect(new MimeBodyPart(new ByteArrayInputStream(entity)), text, enclosures, 0);
        } catch (MessagingException | IOException e) {
            throw new Unreadable("broken", e);
        }
        return new Opened.Content(text.toString().replace("\r\n", "\n").strip(), enclosures);
    }

    private static void collect(Part part, StringBuilder text, List<Enclosure> enclosures, int depth)
            throws MessagingException, IOException, Unreadable {
        if (depth > DEEPEST || enclosures.size() > MOST_PARTS) {
            throw new Unreadable("too-deep", null);
        }
        if (part.isMimeType("multipart/alternative") && part.getContent() instanceof Multipart choices) {
            collect(plainest(choices), text, enclosures, depth + 1);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), text, enclosures, depth + 1);
            }
        } else if (part.isMimeType("text/plain") && isText(part)) {
            text.append(written(part)).append('\n');
        } else if (part.isMimeType("text/html") && isText(part)) {
            text.append(Jsoup.parse(written(part)).wholeText()).append('\n');
        } else {
            enclosures.add(enclosure(part, enclosures));
        }
    }

    private static BodyPart plainest(Multipart choices) throws MessagingException {
        for (int i = 0; i < choices.getCount(); i++) {
            if (choices.getBodyPart(i).isMimeType("text/plain")) {
                return choices.getBodyPart(i);
            }
        }
        return choices.getBodyPart(choices.getCount() - 1);
    }

    private static boolean isText(Part part) throws MessagingException {
        return !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() == null;
    }

    private static String written(Part part) throws MessagingException, IOException {
        try {
            if (part.getContent() instanceof String written) {
                return written;
            }
        } catch (UnsupportedEncodingException unknown) {
            // read as Latin letters below, which loses nothing
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Enclosure enclosure(Part part, List<Enclosure> others) throws MessagingException, IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            in.transferTo(content);
        }
        return new Enclosure(nameOf(part, others), typeOf(part), content.toByteArray());
    }

    /** As given, without what no file may be called; numbered where two are called alike. */
    private static String nameOf(Part part, List<Enclosure> others) throws MessagingException {
        String given = part.getFileName();
        String decoded;
        try {
            decoded = given == null ? "" : MimeUtility.decodeText(given);
        } catch (UnsupportedEncodingException e) {
            decoded = given == null ? "" : given;
        }
        String plain = decoded.replaceAll("[/\\\\\\p{Cntrl}]", "_")
                .replaceAll("^\\.+", "")
                .strip();
        String name = plain.isEmpty() ? "attachment" : plain;
        String shortened = name.length() > 100 ? name.substring(name.length() - 100) : name;
        boolean taken = others.stream().anyMatch(it -> it.name().equals(shortened));
        return taken ? (others.size() + 1) + "-" + shortened : shortened;
    }

    private static String typeOf(Part part) {
        try {
            String base = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            return base.matches("[a-z]{1,40}/[a-z0-9.+-]{1,100}") ? base : "application/octet-stream";
        } catch (MessagingException e) {
            return "application/octet-stream";
        }
    }
}

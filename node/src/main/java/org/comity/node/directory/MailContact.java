package org.comity.node.directory;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.node.frame.Said;

/**
 * Where an organisation takes S/MIME mail: an address and the one certificate to which mail is sealed and by which its
 * answers are checked. Who else an authority of certificates vouches for does not matter.
 */
public record MailContact(String address, X509Certificate certificate) {

    /** RFC 5321 §4.5.3.1, and no more than one person types by hand. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int MOST_BYTES = 64 * 1024;
    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_EC = 256;

    /** RFC 5280 §4.2.1.6: the kind of name that is a mail address. */
    private static final int RFC822_NAME = 1;

    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;

    /**
     * What a person entered.
     *
     * @param certificate as a file, PEM or DER
     * @throws CorrespondentRefused when mail could not be sealed to it now
     */
    public static MailContact read(String address, byte[] certificate, Clock clock) {
        String trimmed = address.strip();
        if (!ADDRESS.matcher(trimmed).matches()) {
            throw new CorrespondentRefused("address", Said.of("directory.refused.mail-address", trimmed));
        }
        X509Certificate read = certificate(certificate);
        requireKey(read);
        requireNamed(read, trimmed);
        try {
            read.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw new CorrespondentRefused(
                    "certificate",
                    Said.of(
                            "directory.refused.mail-certificate-not-now",
                            read.getNotBefore().toInstant(),
                            read.getNotAfter().toInstant()));
        }
        return new MailContact(trimmed, read);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    public Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    /** A certificate as a file, PEM or DER. */
    public static X509Certificate certificate(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw new CorrespondentRefused("certificate", Said.of("directory.refused.mail-certificate-missing"));
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file));
        } catch (CertificateException e) {
            throw new CorrespondentRefused("certificate", Said.of("directory.refused.mail-certificate"));
        }
    }

    private static void requireKey(X509Certificate certificate) {
        boolean strong = switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= SHORTEST_EC;
            default -> false;
        };
        if (!strong) {
            throw new CorrespondentRefused("certificate", Said.of("directory.refused.mail-key"));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[KEY_ENCIPHERMENT] && !usage[KEY_AGREEMENT]) {
            throw new CorrespondentRefused("certificate", Said.of("directory.refused.mail-use"));
        }
    }

    /** A certificate that names addresses must name this one; mail programs would not open the mail otherwise. */
    private static void requireNamed(X509Certificate certificate, String address) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> addresses = names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(RFC822_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
            if (!addresses.isEmpty() && addresses.stream().noneMatch(address::equalsIgnoreCase)) {
                throw new CorrespondentRefused(
                        "certificate",
                        Said.of("directory.refused.mail-other-address", String.join(", ", addresses), address));
            }
        } catch (CertificateParsingException e) {
            throw new CorrespondentRefused("certificate", Said.of("directory.refused.mail-certificate"));
        }
    }
}

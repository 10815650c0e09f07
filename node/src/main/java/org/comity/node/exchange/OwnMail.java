package org.comity.node.exchange;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.comity.node.directory.Fingerprint;
import org.comity.node.exchange.mail.WritingLetters;
import org.comity.node.settings.MailSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What counterparts must know of this node's mail: its address and its certificate. */
@Component
public class OwnMail {

    private static final int LINE = 64;

    private final MailSettings settings;
    private final ObjectProvider<WritingLetters> letters;

    OwnMail(MailSettings settings, ObjectProvider<WritingLetters> letters) {
        this.settings = settings;
        this.letters = letters;
    }

    public boolean isSetUp() {
        return settings.isSetUp();
    }

    public Optional<String> address() {
        return settings.address();
    }

    public Optional<Fingerprint> fingerprint() {
        return x509().map(Fingerprint::of);
    }

    /** As a file to hand over (PEM). */
    public Optional<byte[]> certificate() {
        return x509().map(certificate -> {
            try {
                String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
                return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
                        .getBytes(StandardCharsets.US_ASCII);
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("A certificate that was read can be written.", e);
            }
        });
    }

    private Optional<X509Certificate> x509() {
        return Optional.ofNullable(letters.getIfAvailable())
                .map(writing -> writing.keys().certificate());
    }
}

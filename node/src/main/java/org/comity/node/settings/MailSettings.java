package org.comity.node.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All mail of the house, under {@code comity.mail.}: requests to organisations without a node, and notices to its people.
 * Without an address and a server to hand mail to, there is none: an envelope for an organisation that takes mail alone is
 * given up with these words, and nobody is told anything by mail.
 *
 * @param address this node's own, from which mail is sent and to which answers come
 * @param smtp the server that takes mail from this node
 * @param imap the mailbox that is looked into; without it, people file answers by hand
 * @param trusted a file of certificates (PEM) by which the servers prove themselves, instead of the public authorities;
 *     without it, a server with a certificate of the house's own is refused
 * @param keys a PKCS#12 file with the key for mail and its certificate, such as one from a public authority; without it the
 *     node makes its own, and every counterpart must be told its fingerprint
 * @param keysPassword opens that file
 */
@ConfigurationProperties("comity.mail")
public record MailSettings(
        Optional<String> address,
        @DefaultValue Smtp smtp,
        @DefaultValue Imap imap,
        Optional<String> trusted,
        Optional<String> keys,
        Optional<String> keysPassword) {

    public MailSettings {
        address = said(address);
        trusted = said(trusted);
        keys = said(keys);
    }

    /** A setting that is there but empty says nothing. */
    private static Optional<String> said(Optional<String> setting) {
        return setting.filter(text -> !text.isBlank());
    }

    /**
     * @param tls {@code starttls} at port 587, or {@code tls} from the first byte at port 465; nothing is ever sent in clear
     * @param user with the password, if the server asks for them
     * @param patience how long the server may take for each step
     */
    public record Smtp(
            Optional<String> host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Tls tls,
            Optional<String> user,
            Optional<String> password,
            @DefaultValue("20s") Duration patience) {
        public Smtp {
            host = said(host);
        }
    }

    /**
     * @param every how often the mailbox is looked into
     * @param mostBytes longer mails stay in the mailbox, and people are told
     */
    public record Imap(
            Optional<String> host,
            @DefaultValue("993") int port,
            Optional<String> user,
            Optional<String> password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("1m") Duration every,
            @DefaultValue("26214400") int mostBytes,
            @DefaultValue("20s") Duration patience) {

        /** No mailbox is looked into. */
        public static final Imap NONE = new Imap(
                Optional.empty(),
                993,
                Optional.empty(),
                Optional.empty(),
                "INBOX",
                Duration.ofMinutes(1),
                25 * 1024 * 1024,
                Duration.ofSeconds(20));

        public Imap {
            host = said(host);
        }
    }

    /** When the connection becomes secret. */
    public enum Tls {
        STARTTLS,
        TLS
    }

    public boolean isSetUp() {
        return address.isPresent() && smtp.host().isPresent();
    }

    public boolean watchesAMailbox() {
        return isSetUp() && imap.host().isPresent();
    }

    /** This node's own address, in lower case where it matters not. */
    public String requireAddress() {
        return address.orElseThrow(() -> new IllegalStateException("Mail is not set up."))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}

package org.comity.node.notice;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this room needs of the settings for mail under {@code comity.mail.}, which the house has once for all its mail. Without
 * an address and a server nobody is told by mail.
 *
 * @param address the node's own, from which mail is sent
 * @param trusted a file of certificates (PEM) by which the server proves itself, instead of the public authorities
 */
@ConfigurationProperties("comity.mail")
record MailSettings(Optional<String> address, @DefaultValue Smtp smtp, Optional<String> trusted) {

    /** @param tls {@code starttls}, or {@code tls} from the first byte; nothing is ever sent in clear */
    record Smtp(
            Optional<String> host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Tls tls,
            Optional<String> user,
            Optional<String> password,
            @DefaultValue("20s") Duration patience) {}

    /** When the connection becomes secret. */
    enum Tls {
        STARTTLS,
        TLS
    }

    boolean isSetUp() {
        return address.isPresent() && smtp.host().isPresent();
    }
}

package org.comity.node.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.Correspondents;
import org.comity.node.exchange.mail.MailServers;
import org.comity.node.exchange.mail.MailServers.MailNotTaken;
import org.comity.node.exchange.mail.Mailbox;
import org.comity.node.exchange.mail.WritingLetters;
import org.comity.node.frame.Said;
import org.comity.node.settings.MailSettings;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Secure mail: the server takes our name, the mailbox opens, and the certificates on both sides hold. */
@Configuration(proxyBeanMethods = false)
class MailChecks {

    private record Trying(Subject subject, Looking looking) implements Check {

        @Override
        public List<Finding> look() {
            return looking.look();
        }
    }

    @FunctionalInterface
    private interface Looking {
        List<Finding> look();
    }

    /** Signs in, and hands nothing over. */
    @Bean
    Check mailOutCheck(MailSettings settings, MailServers servers) {
        return new Trying(Subject.MAIL_OUT, () -> {
            if (!settings.isSetUp()) {
                return List.of(Finding.unset(Said.of("checkup.mail-out.none"), Said.of("checkup.mail-out.none.to-do")));
            }
            String host = settings.smtp().host().orElseThrow();
            try {
                servers.signIn();
                return List.of(Finding.well(Said.of("checkup.mail-out.well", host)));
            } catch (MailNotTaken e) {
                return List.of(Finding.failed(
                        Said.of("checkup.mail-out.failed", host, e.detail()),
                        Said.of("checkup.mail-out.failed.to-do")));
            }
        });
    }

    /** Opens the folder, and reads nothing. */
    @Bean
    Check mailInCheck(MailSettings settings, Mailbox mailbox) {
        return new Trying(Subject.MAIL_IN, () -> {
            if (!settings.watchesAMailbox()) {
                return List.of(Finding.unset(Said.of("checkup.mail-in.none"), Said.of("checkup.mail-in.none.to-do")));
            }
            String folder = settings.imap().folder();
            try {
                mailbox.open();
                return List.of(Finding.well(Said.of("checkup.mail-in.well", folder)));
            } catch (MailNotTaken e) {
                return List.of(Finding.failed(
                        Said.of("checkup.mail-in.failed", folder, e.detail()),
                        Said.of("checkup.mail-in.failed.to-do")));
            }
        });
    }

    @Bean
    Check certificatesCheck(
            ObjectProvider<WritingLetters> letters, Correspondents correspondents, @WallClock Clock wallClock) {
        return new Trying(Subject.CERTIFICATES, () -> {
            List<Finding> findings = new ArrayList<>();
            letters.ifAvailable(writing -> findings.add(Finding.until(
                    writing.keys().certificate().getNotAfter().toInstant(),
                    wallClock.instant(),
                    Said.of("checkup.certificates.own"),
                    Said.of("checkup.certificates.own.to-do"))));
            for (Correspondent correspondent : correspondents.all()) {
                correspondent
                        .mail()
                        .ifPresent(mail -> findings.add(Finding.until(
                                mail.expiresAt(),
                                wallClock.instant(),
                                Said.of(
                                        "checkup.certificates.counterpart",
                                        correspondent.party().value()),
                                Said.of("checkup.certificates.counterpart.to-do"))));
            }
            return findings.isEmpty()
                    ? List.of(Finding.unset(
                            Said.of("checkup.certificates.none"), Said.of("checkup.certificates.none.to-do")))
                    : findings;
        });
    }
}

package org.comity.node.exchange.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.comity.node.settings.MailSettings;

/** The mailbox in which answers come, over IMAP and TLS. It is read and never changed: people may use it too. */
public final class Mailbox {

    private final MailSettings settings;
    private final MailServers servers;

    public Mailbox(MailSettings settings, MailServers servers) {
        this.settings = settings;
        this.servers = servers;
    }

    /**
     * How far the folder was read (RFC 9051 §2.3.1.1).
     *
     * @param validity while it stays the same, numbers of mails only grow
     * @param last the number of the last mail read
     */
    public record Place(long validity, long last) {}

    /** Is given each new mail in its order, and stores it with its place before it returns. */
    public interface Taker {
        void take(byte[] mail, Place place);

        /** The mail is larger than what is read; it stays in the mailbox. */
        void tooLarge(int bytes, Place place);
    }

    /** Reads what came after a place. */
    public void read(Place since, Taker taker) throws MailServers.MailNotTaken {
        inFolder(folder -> read(folder, since, taker));
    }

    /** Opens the folder, and reads nothing. */
    public void open() throws MailServers.MailNotTaken {
        inFolder(_ -> {});
    }

    @FunctionalInterface
    private interface InFolder {
        void look(Folder folder) throws MessagingException, IOException;
    }

    private void inFolder(InFolder looking) throws MailServers.MailNotTaken {
        MailSettings.Imap imap = settings.imap();
        Session session = Session.getInstance(servers.imapProperties());
        try (Store store = session.getStore("imaps")) {
            store.connect(
                    imap.host().orElseThrow(),
                    imap.port(),
                    imap.user().orElse(null),
                    imap.password().orElse(null));
            try (Folder folder = store.getFolder(imap.folder())) {
                folder.open(Folder.READ_ONLY);
                looking.look(folder);
            }
        } catch (MessagingException | IOException e) {
            throw new MailServers.MailNotTaken("mailbox", MailServers.first(e), false, e);
        }
    }

    private void read(Folder folder, Place since, Taker taker) throws MessagingException, IOException {
        UIDFolder numbers = (UIDFolder) folder;
        long validity = numbers.getUIDValidity();
        long last = validity == since.validity() ? since.last() : 0;
        Message[] found = numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(found, profile);
        for (Numbered mail : inOrder(numbers, found)) {
            // a server answers the range "after the last" with the last one, when nothing came after it
            if (mail.number() <= last) {
                continue;
            }
            Place place = new Place(validity, mail.number());
            if (mail.message().getSize() > settings.imap().mostBytes()) {
                taker.tooLarge(mail.message().getSize(), place);
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.message().writeTo(bytes);
            taker.take(bytes.toByteArray(), place);
        }
    }

    private record Numbered(long number, Message message) {}

    private static List<Numbered> inOrder(UIDFolder numbers, Message[] found) throws MessagingException {
        Numbered[] mails = new Numbered[found.length];
        for (int i = 0; i < found.length; i++) {
            mails[i] = new Numbered(numbers.getUID(found[i]), found[i]);
        }
        return Arrays.stream(mails)
                .sorted(Comparator.comparingLong(Numbered::number))
                .toList();
    }
}

package org.comity.node.evidence.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The node's own keys, which wrap the keys of contents: {@code vault-1.key}, {@code vault-2.key} … in the folder of its keys,
 * outside the database and outside the store of contents. The newest wraps; older ones open until everything was wrapped
 * again.
 */
public final class VaultKeys {

    private static final Pattern FILE = Pattern.compile("vault-([1-9][0-9]{0,5})\\.key");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    private VaultKeys(Path folder) {
        this.folder = folder;
    }

    /** Those of a folder; an empty one gets its first key. */
    public static VaultKeys in(Path folder) {
        var keys = new VaultKeys(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The folder " + folder + " for the vault's keys can't be made.", unwritable);
        }
        if (keys.numbers().isEmpty()) {
            keys.make(1);
        }
        return keys;
    }

    /** All that are there; asked anew each time, since another replica of the node may have renewed. */
    public Set<Integer> numbers() {
        var numbers = new TreeSet<Integer>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher named = FILE.matcher(file.getFileName().toString());
                if (named.matches()) {
                    numbers.add(Integer.valueOf(named.group(1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The vault's keys in " + folder + " can't be read.", unreadable);
        }
        return numbers;
    }

    /** The one that wraps now. */
    public int newest() {
        return numbers().stream().reduce(0, Math::max);
    }

    /** Makes a new one, which wraps from now on. */
    public int renew() {
        int next = newest() + 1;
        make(next);
        return next;
    }

    /** Deletes one under which nothing is wrapped any more. */
    public void forget(int number) {
        if (number == newest()) {
            throw new IllegalArgumentException("The newest key is in use.");
        }
        try {
            Files.deleteIfExists(file(number));
        } catch (IOException kept) {
            throw new UncheckedIOException("The old key " + file(number) + " can't be deleted.", kept);
        }
    }

    /** @param content bound to the wrapped key: moved to another content's row, it doesn't open */
    public WrappedKey wrap(ContentKey key, UUID content) {
        int under = newest();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, under, nonce, content).doFinal(key.bytes());
            byte[] both = Arrays.copyOf(nonce, NONCE + wrapped.length);
            System.arraycopy(wrapped, 0, both, NONCE, wrapped.length);
            return new WrappedKey(under, both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM.", impossible);
        }
    }

    public ContentKey unwrap(WrappedKey wrapped, UUID content) {
        byte[] nonce = Arrays.copyOf(wrapped.bytes(), NONCE);
        try {
            return ContentKey.of(cipher(Cipher.DECRYPT_MODE, wrapped.under(), nonce, content)
                    .doFinal(wrapped.bytes(), NONCE, wrapped.bytes().length - NONCE));
        } catch (AEADBadTagException wrong) {
            throw new IllegalStateException(
                    "The key of content " + content + " does not open. Was " + file(wrapped.under())
                            + " replaced? Restore it from the backup of that folder.",
                    wrong);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM.", impossible);
        }
    }

    private Cipher cipher(int mode, int under, byte[] nonce, UUID content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(read(under), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(20)
                .putInt(under)
                .putLong(content.getMostSignificantBits())
                .putLong(content.getLeastSignificantBits())
                .flip());
        return cipher;
    }

    private byte[] read(int number) {
        try {
            byte[] key = Files.readAllBytes(file(number));
            if (key.length != ContentKey.BYTES) {
                throw new IllegalStateException(
                        file(number) + " is damaged. Restore it from the backup of this folder.");
            }
            return key;
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "The vault's key " + file(number) + " can't be read. Restore it from the backup of this folder.",
                    missing);
        }
    }

    /** On disk for good before anything is wrapped with it. */
    private void make(int number) {
        byte[] fresh = new byte[ContentKey.BYTES];
        random.nextBytes(fresh);
        Path draft = folder.resolve("vault-" + UUID.randomUUID() + ".draft");
        try {
            try (var channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(draft))) {
                channel.write(ByteBuffer.wrap(fresh));
                channel.force(true);
            }
            Files.createLink(file(number), draft);
            Disk.forceFolder(folder);
        } catch (FileAlreadyExistsException madeByAnother) {
            // two replicas started at once: both use the one that is there
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The vault's key " + file(number) + " can't be made.", unwritable);
        } finally {
            delete(draft);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException kept) {
            throw new UncheckedIOException("The draft of a key, " + draft + ", can't be deleted.", kept);
        }
    }

    private Path file(int number) {
        return folder.resolve("vault-" + number + ".key");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

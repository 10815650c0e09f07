package org.comity.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** On a new machine several nodes, or tests, may unpack at the same moment. */
class PostgresBinariesTests {

    @TempDir
    private Path cache;

    @Test
    void whoeverUnpacksSecondTakesWhatTheFirstUnpacked() throws IOException {
        var folder = cache.resolve("programs");
        var packed = packed("bin/postgres", "the first");
        var first = archive(() -> packed);
        var second = archive(() -> {
            unpacked(first, folder);
            return packed("bin/postgres", "the second");
        });

        var binaries = PostgresBinaries.unpacked(second, folder);

        assertThat(binaries.program("postgres")).hasContent("the first");
        assertThat(cache.toFile().list()).as("what was unpacked aside is gone").containsExactly("programs");
    }

    @Test
    void whatIsThereIsNotUnpackedAgain() throws IOException {
        var folder = cache.resolve("programs");
        PostgresBinaries.unpacked(archive(() -> packed("bin/postgres", "here")), folder);

        var again = PostgresBinaries.unpacked(
                archive(() -> {
                    throw new AssertionError("read again");
                }),
                folder);

        assertThat(again.program("postgres")).hasContent("here");
    }

    @Test
    void anArchiveThatNamesAFileOutsideItsFolderLeavesNothing() {
        var folder = cache.resolve("programs");

        assertThatThrownBy(() -> PostgresBinaries.unpacked(archive(() -> packed("../outside", "no")), folder))
                .hasMessageContaining("../outside");

        assertThat(cache).isEmptyDirectory();
    }

    /** What an archive is read from, at the moment it is read. */
    private interface Content {
        byte[] get();
    }

    private static void unpacked(URL archive, Path folder) {
        try {
            PostgresBinaries.unpacked(archive, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static URL archive(Content content) throws IOException {
        return URL.of(URI.create("test:archive"), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content.get());
                    }
                };
            }
        });
    }

    private static byte[] packed(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
            var content = text.getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}

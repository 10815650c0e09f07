package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.comity.node.evidence.Container.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beyond the numbers for which ZIP was made, others still find everything (APPNOTE 6.3.10 §4.3.14, §4.5.3). */
class ContainerTests {

    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");
    private static final long LARGE = (4L << 30) + 5;
    private static final byte[] BEHIND = "behind what is large".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("container.zip");
    }

    @Test
    void anExhibitOfMoreThanFourGibibytesAndWhatLiesBehindItAreFound() throws Exception {
        var container =
                new Container(List.of(new Entry("exhibits/disk.img", LARGE, 0), Entry.of("manifest.json", BEHIND)), AT);
        write(container, List.of(new byte[0], BEHIND));

        assertThat(Files.size(file)).isEqualTo(container.size()).isGreaterThan(LARGE);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(it -> it.getName()))
                    .containsExactly("mimetype", "exhibits/disk.img", "manifest.json");
            assertThat(zip.getEntry("exhibits/disk.img").getSize()).isEqualTo(LARGE);
            assertThat(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes())
                    .isEqualTo(BEHIND);
        }
        assertThat(inPython("print(z.getinfo('exhibits/disk.img').file_size, z.read('manifest.json').decode())"))
                .isEqualTo(LARGE + " behind what is large");
    }

    @Test
    void moreFilesThanZipCountsAreAllFound() throws Exception {
        int many = 70_000;
        var contents = IntStream.range(0, many)
                .mapToObj(number -> Integer.toString(number).getBytes(StandardCharsets.US_ASCII))
                .toList();
        var entries = new ArrayList<Entry>();
        for (int number = 0; number < many; number++) {
            entries.add(Entry.of("exhibits/" + number, contents.get(number)));
        }
        write(new Container(entries, AT), contents);

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(many + 1);
            assertThat(zip.getInputStream(zip.getEntry("exhibits/69999")).readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("69999");
        }
        assertThat(inPython("print(len(z.namelist()), z.read('exhibits/65536').decode())"))
                .isEqualTo("70001 65536");
    }

    /** What has no bytes here is a hole in the file, which reads as zeros. */
    private void write(Container container, List<byte[]> contents) throws IOException {
        try (var target = new RandomAccessFile(file.toFile(), "rw")) {
            var out = new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    target.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    target.write(bytes, from, count);
                }
            };
            container.copy(
                    0,
                    container.size(),
                    (entry, from, count, to) -> {
                        if (contents.get(entry).length == 0) {
                            target.seek(target.getFilePointer() + count);
                        } else {
                            to.write(contents.get(entry), (int) from, (int) count);
                        }
                    },
                    out);
        }
    }

    /** By a reader in another language. @param does something with the file {@code z} */
    private String inPython(String does) throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3",
                            "-c",
                            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); " + does,
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException none) {
            assumeThat(none).as("python3 is installed").isNull();
            throw none;
        }
        var said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        return said.strip();
    }
}

package org.comity.node.evidence;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An ASiC-E container as it is written: a ZIP file whose first entry says what it is (EN 319 162-1 §A.1). Nothing is compressed,
 * since evidence mostly is already; nothing is held.
 */
final class Container implements Closeable {

    static final String TYPE_PATH = "mimetype";
    static final String TYPE = "application/vnd.etsi.asic-e+zip";

    private final ZipOutputStream zip;
    private final LocalDateTime at;

    /** Writes a content. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param target is left open */
    Container(OutputStream target, Instant at) throws IOException {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        this.at = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        zip.setLevel(Deflater.NO_COMPRESSION);
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        var entry = new ZipEntry(TYPE_PATH);
        var sum = new CRC32();
        sum.update(type);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(this.at);
        zip.putNextEntry(entry);
        zip.write(type);
    }

    void add(String path, byte[] content) throws IOException {
        add(path, out -> out.write(content));
    }

    void add(String path, Content content) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(at);
        zip.putNextEntry(entry);
        content.writeTo(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                zip.write(bytes, offset, count);
            }

            @Override
            public void close() {
                // the container goes on
            }
        });
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}

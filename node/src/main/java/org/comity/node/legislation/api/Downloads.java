package org.comity.node.legislation.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.comity.law.LawBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files in which the whole base can be taken away, with their sizes; measured once for each state of the law. */
@Component
public class Downloads {

    /** @param format as the parameter has it */
    public record File(String format, String name, long bytes) {

        /** At least one. */
        public long kilobytes() {
            return Math.max(1, (bytes + 512) / 1024);
        }
    }

    private record Known(LawBase law, List<File> files) {}

    private final Editions editions;

    /** Replaced as a whole, under this object's lock. */
    private volatile @Nullable Known known;

    Downloads(Editions editions) {
        this.editions = editions;
    }

    public List<File> of(LawBase law) {
        Known held = known;
        return held != null && held.law() == law ? held.files() : measure(law);
    }

    private synchronized List<File> measure(LawBase law) {
        Known held = known;
        if (held == null || held.law() != law) {
            Edition edition = editions.of(law);
            Download download = new Download(law, edition);
            held = new Known(
                    law,
                    Arrays.stream(Form.values())
                            .map(form -> new File(form.code(), Download.name(edition, form), size(download, form)))
                            .toList());
            known = held;
        }
        return held.files();
    }

    private static long size(Download download, Form form) {
        var counting = new Counting();
        try {
            download.write(form, counting);
        } catch (IOException e) {
            throw new UncheckedIOException("The size of the law base can't be measured.", e);
        }
        return counting.bytes;
    }

    /** Forgets what is written, but not how much. */
    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}

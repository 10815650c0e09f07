package org.comity.node.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a file is, as people write it. */
public record Size(long bytes) {

    public static final Size GIB = new Size(1L << 30);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})([KMG]?)");

    public Size {
        if (bytes < 1) {
            throw new IllegalArgumentException("A size is at least one byte.");
        }
    }

    /** @param written such as {@code 64M} or {@code 1G}; without a letter in bytes */
    public static Size of(String written) {
        Matcher parts = WRITTEN.matcher(written.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no size. Write a number and K, M or G, such as 64M or 1G.".formatted(written));
        }
        int doublings = switch (parts.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return new Size(Long.parseLong(parts.group(1)) << doublings);
    }

    Size times(int many) {
        return new Size(bytes * many);
    }

    Size plus(Size other) {
        return new Size(bytes + other.bytes);
    }

    @Override
    public String toString() {
        return bytes < GIB.bytes
                ? "%.1f MiB".formatted(bytes / (double) (1 << 20))
                : "%.1f GiB".formatted(bytes / (double) (1 << 30));
    }
}

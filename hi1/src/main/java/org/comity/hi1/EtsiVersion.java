package org.comity.hi1;

import java.util.Comparator;
import java.util.regex.Pattern;

/** A version of TS 103 120, written {@code V1.22.1}. */
public record EtsiVersion(int major, int technical, int editorial) implements Comparable<EtsiVersion> {

    /** What we write. */
    public static final EtsiVersion V1_22_1 = new EtsiVersion(1, 22, 1);

    /** The first version with preservation tasks, and the oldest that we read. */
    public static final EtsiVersion V1_14_1 = new EtsiVersion(1, 14, 1);

    private static final Pattern FORM = Pattern.compile("V[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}");
    private static final Comparator<EtsiVersion> ORDER = Comparator.comparingInt(EtsiVersion::major)
            .thenComparingInt(EtsiVersion::technical)
            .thenComparingInt(EtsiVersion::editorial);

    public EtsiVersion {
        if (major < 0 || technical < 0 || editorial < 0) {
            throw new IllegalArgumentException("a version has no negative number");
        }
    }

    public static EtsiVersion parse(String text) {
        Text.matching("ETSI version", FORM, "like V1.22.1", text);
        var numbers = Pattern.compile("\\.")
                .splitAsStream(text.substring(1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new EtsiVersion(numbers[0], numbers[1], numbers[2]);
    }

    @Override
    public int compareTo(EtsiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "V%d.%d.%d".formatted(major, technical, editorial);
    }
}

package org.comity.node.evidence;

import java.text.NumberFormat;
import java.util.Locale;

/** A number of bytes, as people read it: in steps of a thousand, as on the package of a disk. */
public final class Sizes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Sizes() {}

    public static String shown(long bytes, Locale locale) {
        double number = bytes;
        int unit = 0;
        while (number >= 999.5 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || number >= 99.95 ? 0 : 1);
        return format.format(number) + "\u00a0" + UNITS[unit];
    }
}

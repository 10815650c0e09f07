package org.comity.node.legislation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.law.Instrument;

/** How instruments and their provisions are named beside a statement. */
public final class Citation {

    /** Council of Europe treaty numbers, by which lawyers know them; other symbols are too long to stand beside a line. */
    private static final Pattern SHORT_SYMBOL = Pattern.compile("C?ETS \\d+");

    private Citation() {}

    /** A few letters that name the instrument: {@code ETS 185}, {@code UNTOC}. */
    public static String of(Instrument instrument) {
        return instrument
                .text("symbol")
                .filter(symbol -> SHORT_SYMBOL.matcher(symbol).matches())
                .orElseGet(() -> instrument.id().toUpperCase(Locale.ROOT));
    }

    /** Instrument and article: {@code ETS 185 art. 29}. */
    public static String of(Instrument instrument, String article) {
        return of(instrument) + " art. " + article;
    }
}

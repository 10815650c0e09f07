package org.comity.hi1;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The limits that TS 103 280 sets on text, counted in characters as XML Schema counts them (code points). */
final class Text {

    static final int SHORT = 255;
    static final int LONG = 65_535;

    private Text() {}

    static String shortString(String what, String value) {
        return limited(what, value, SHORT);
    }

    static String longString(String what, String value) {
        return limited(what, value, LONG);
    }

    static void longString(String what, Optional<String> value) {
        value.ifPresent(it -> longString(what, it));
    }

    static String uri(String what, String value) {
        longString(what, value);
        try {
            new URI(value);
            return value;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("%s is no address: \"%s\"".formatted(what, shown(value)), e);
        }
    }

    static String matching(String what, Pattern pattern, String form, String value) {
        limited(what, value, SHORT);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s must be %s, but is \"%s\"".formatted(what, form, shown(value)));
        }
        return value;
    }

    static <T> List<T> atLeastOne(String what, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("at least one %s is needed".formatted(what));
        }
        return List.copyOf(values);
    }

    static <T> T needed(String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the %s is missing".formatted(what));
        }
        return value;
    }

    /** Text of a stranger, made short and harmless enough for a log line. */
    static String shown(String value) {
        var line = value.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private static String limited(String what, String value, int limit) {
        int length = value.codePointCount(0, value.length());
        if (length > limit) {
            throw new IllegalArgumentException(
                    "%s may have at most %d characters, but has %d".formatted(what, limit, length));
        }
        value.codePoints().filter(Text::notAllowedInXml).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "%s holds the character U+%04X, which XML cannot carry".formatted(what, character));
        });
        return value;
    }

    /** Without white space around it, as XML knows white space (XML 1.0 §2.3, production 3). */
    static String collapsed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    /** XML 1.0 §2.2, production 2 (Char). */
    private static boolean notAllowedInXml(int character) {
        return character < 0x20 && character != '\t' && character != '\n' && character != '\r'
                || character >= 0xD800 && character <= 0xDFFF
                || character == 0xFFFE
                || character == 0xFFFF;
    }
}

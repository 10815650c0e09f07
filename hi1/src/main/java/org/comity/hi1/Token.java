package org.comity.hi1;

import java.util.regex.Pattern;

/** Words of an open vocabulary: lower-case words joined by hyphens. */
final class Token {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Token() {}

    static String check(String what, String value) {
        return Text.matching(what, FORM, "lower-case words joined by hyphens", value);
    }
}

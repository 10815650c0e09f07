package org.comity.node.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a form can be read: the six of the United Nations. */
public enum FormLanguage {
    ENGLISH("en"),
    FRENCH("fr"),
    SPANISH("es"),
    ARABIC("ar"),
    RUSSIAN("ru"),
    CHINESE("zh");

    private final String code;

    FormLanguage(String code) {
        this.code = code;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** How dates are written: day, month in words, year. */
    Locale datesAsIn() {
        return this == ENGLISH ? Locale.UK : locale();
    }

    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    /** The first of these that a form can be read in. @param codes ISO 639-1, preferred first */
    public static Optional<FormLanguage> preferred(List<String> codes) {
        return codes.stream().flatMap(code -> of(code).stream()).findFirst();
    }

    public static Optional<FormLanguage> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}

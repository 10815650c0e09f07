package org.comity.law;

import java.util.Locale;

/** The way a request takes from one State to the other. */
public enum Channel implements Coded {
    DIRECT_TO_PROVIDER,
    DIRECT_TO_REGISTRAR,
    CONTACT_24_7,
    JUDICIAL_DIRECT,
    POLICE,
    INTERPOL,
    CENTRAL_AUTHORITY,
    DIPLOMATIC,
    NONE;

    /** The channel as part of an English sentence. */
    public String words() {
        return words(Locale.ENGLISH);
    }

    /** The channel as part of a sentence. */
    public String words(Locale locale) {
        return Language.of(locale).word("channel", code());
    }

    @Override
    public String code() {
        return this == CONTACT_24_7 ? "24-7-contact" : Coded.super.code();
    }
}

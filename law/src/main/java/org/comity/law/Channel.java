package org.comity.law;

/** The way a request takes from one State to the other. */
public enum Channel implements Coded {
    DIRECT_TO_PROVIDER("to the provider"),
    DIRECT_TO_REGISTRAR("to the registrar"),
    CONTACT_24_7("by the 24/7 contact points"),
    JUDICIAL_DIRECT("between judicial authorities"),
    POLICE("between police"),
    INTERPOL("through Interpol"),
    CENTRAL_AUTHORITY("through central authorities"),
    DIPLOMATIC("through diplomatic channels"),
    NONE("without the other State");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /** The channel as part of an English sentence. */
    public String words() {
        return words;
    }

    @Override
    public String code() {
        return this == CONTACT_24_7 ? "24-7-contact" : Coded.super.code();
    }
}

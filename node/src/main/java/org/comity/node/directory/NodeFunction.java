package org.comity.node.directory;

/** What a node does for its State or its users; one node may do several. */
public enum NodeFunction {
    /** Point of contact available around the clock (ETS 185 art. 35). */
    CONTACT_24_7("24-7-contact", "24/7 contact point"),
    CENTRAL_AUTHORITY("central-authority", "Central authority"),
    PROVIDER("provider", "Service provider"),
    SECRETARIAT("secretariat", "Secretariat");

    private final String token;
    private final String title;

    NodeFunction(String token, String title) {
        this.token = token;
        this.title = title;
    }

    /** As written on cards and in the database. */
    public String token() {
        return token;
    }

    public String title() {
        return title;
    }

    public static NodeFunction of(String token) {
        for (NodeFunction function : values()) {
            if (function.token.equals(token)) {
                return function;
            }
        }
        throw new IllegalArgumentException("\"" + token
                + "\" is not a function of a node. Use 24-7-contact, central-authority, provider or secretariat.");
    }
}

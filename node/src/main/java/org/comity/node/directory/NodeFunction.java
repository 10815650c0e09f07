package org.comity.node.directory;

import org.comity.node.frame.Said;

/** What a node does for its State or its users; one node may do several. */
public enum NodeFunction {
    /** Point of contact available around the clock (ETS 185 art. 35). */
    CONTACT_24_7("24-7-contact"),
    CENTRAL_AUTHORITY("central-authority"),
    PROVIDER("provider"),
    SECRETARIAT("secretariat");

    private final String token;

    NodeFunction(String token) {
        this.token = token;
    }

    /** As written on cards and in the database. */
    public String token() {
        return token;
    }

    /** In words. */
    public Said said() {
        return Said.of("directory.function." + token);
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

package org.comity.node.directory;

import java.util.regex.Pattern;

/**
 * Names a node on the wire: the State's ISO 3166-1 alpha-2 code, a hyphen, and a short name it chose, such as
 * {@code BR-contact-point}.
 */
public record PartyId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[a-z0-9][a-z0-9-]{0,62}");

    public PartyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is not a party id. Write the State's two letters, a hyphen and a short name in lower case,"
                    + " such as BR-contact-point.");
        }
    }

    /** ISO 3166-1 alpha-2 code of the State for which the party acts. */
    public String state() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.comity.node.cooperation.request;

import java.util.List;

/**
 * The offence under investigation.
 *
 * @param provisions treaty provisions that ask States to make it one, such as {@code ets185:2}
 * @param description its name and provision in the requesting State's own law
 */
public record Offence(List<String> provisions, String description, String penalty) {

    public static final Offence NOT_NAMED = new Offence(List.of(), "", "");

    public Offence {
        provisions = List.copyOf(provisions);
    }
}

package org.comity.node.legislation.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing of the law that can be found.
 *
 * @param title what it is called on its own page
 * @param citation where it stands, such as {@code ETS 185 art. 29}; empty where the title says it
 * @param text what it says
 * @param path the page on which it is read
 * @param names further names by language: en, fr, es, ar, ru, zh
 * @param keys what finds it when typed whole, in lower case: an id, an ISO code
 */
public record LawEntry(
        Kind kind,
        String title,
        String citation,
        String text,
        String path,
        Map<String, List<String>> names,
        List<String> keys) {

    public LawEntry {
        names = Map.copyOf(names);
        keys = List.copyOf(keys);
    }

    /** What there is to find, the more general first. */
    public enum Kind {
        STATE,
        INSTRUMENT,
        PROVISION,
        AUTHORITY,
        NATIONAL_LAW;

        /** How it is written in an address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

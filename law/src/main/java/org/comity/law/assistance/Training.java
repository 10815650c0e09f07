package org.comity.law.assistance;

import java.util.List;

/**
 * A course that somebody gives.
 *
 * @param hours empty where not known
 * @param languages codes of two letters, or the words of the source
 */
public record Training(
        String id,
        String title,
        String provider,
        List<String> audience,
        String level,
        String hours,
        List<String> modules,
        List<String> languages,
        String format,
        Provenance provenance) {

    public Training {
        audience = List.copyOf(audience);
        modules = List.copyOf(modules);
        languages = List.copyOf(languages);
    }
}

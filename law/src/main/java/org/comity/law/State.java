package org.comity.law;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A State (or the European Union) of the data set.
 *
 * @param iso3 three letters of ISO 3166-1, empty where there are none
 * @param m49 number in the United Nations M49 standard, empty where there is none
 * @param names UN short names by language: en, fr, es, ar, ru, zh
 * @param article “the” where the English name takes it inside a sentence, else empty
 * @param group UN electoral group, empty where there is none
 * @param memberships organisations it is a full member of, such as {@code eu} or {@code coe}
 * @param languages official languages as ISO 639-1 codes
 * @param note doubts and languages without a code; empty if none
 */
public record State(
        StateCode code,
        String iso3,
        String m49,
        Map<String, String> names,
        String article,
        String group,
        Set<String> memberships,
        List<String> languages,
        String note) {

    public State {
        names = Map.copyOf(names);
        memberships = Set.copyOf(memberships);
        languages = List.copyOf(languages);
    }

    /** The European Union stands among the States, but is none. */
    public boolean isOrganisation() {
        return code.value().equals("EU");
    }

    /** English short name. */
    public String name() {
        return name("en");
    }

    /** English short name as it stands inside a sentence, such as “the Netherlands”. */
    public String nameInSentence() {
        return article.isEmpty() ? name() : article + " " + name();
    }

    /** Short name in one of the six UN languages; English where the language is another. */
    public String name(String language) {
        String english = Objects.requireNonNullElse(names.get("en"), code.value());
        return Objects.requireNonNullElse(names.get(language), english);
    }
}

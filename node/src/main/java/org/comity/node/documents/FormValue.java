package org.comity.node.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.comity.node.frame.Said;

/** What stands in a field: words of the phrase tables, something that reads the same everywhere, or what a person wrote. */
public sealed interface FormValue {

    /** From the phrase tables; what fills it is not translated, save phrases inside. */
    record Phrase(Said said) implements FormValue {}

    /** The same in every language: a reference, an address, an identifier. */
    record Plain(String text) implements FormValue {}

    /** Shown as the reader's language writes a date. */
    record Day(LocalDate date) implements FormValue {}

    /** Shown in its own zone, and in UTC where that differs. */
    record Moment(Instant instant, ZoneId zone) implements FormValue {}

    /** A State by ISO 3166-1 alpha-2, shown by its name. */
    record State(String code) implements FormValue {}

    /**
     * As a person wrote it; never translated by the node.
     *
     * @param language ISO 639-1; without it, the language of the form
     * @param translations attached by the sender, one a language
     */
    record FreeText(String text, Optional<String> language, List<Translation> translations) implements FormValue {
        public FreeText {
            translations = List.copyOf(translations);
        }

        public FreeText translated(String language, String text, String by) {
            return translated(new Translation(language, text, by, Optional.empty()));
        }

        public FreeText translated(Translation translation) {
            return new FreeText(
                    text,
                    language,
                    Stream.concat(translations.stream(), Stream.of(translation)).toList());
        }

        /** Those that no column is for, since no phrase tables are in their language. */
        List<Translation> inOtherLanguages() {
            return translations.stream()
                    .filter(it -> FormLanguage.of(it.language()).isEmpty())
                    .toList();
        }

        Optional<Translation> in(FormLanguage reader) {
            return translations.stream()
                    .filter(it -> it.language().equals(reader.code()))
                    .findFirst();
        }
    }

    /**
     * @param by who answers for it, as an organisation or a function; empty if not said
     * @param made how it came about, in words of the phrase tables
     */
    record Translation(String language, String text, String by, Optional<Phrase> made) {}

    /** One below the other. */
    record Several(List<FormValue> values) implements FormValue {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** Things that belong together under labels of their own, such as an account with its period and categories. */
    record Group(SequencedMap<String, FormValue> fields) implements FormValue {}

    /** Not given, and why. */
    record LeftOut(FreeText reason) implements FormValue {}

    /** @param key without the room's name, such as {@code urgency.urgent} */
    static FormValue phrase(String key, Object... about) {
        return new Phrase(new Said("documents." + key, Arrays.asList(about)));
    }

    /** An article by its id, such as {@code ets185:29}, shown with the title of its instrument where the tables have it. */
    static FormValue provision(String id) {
        var colon = id.indexOf(':');
        var key = "instrument." + id.substring(0, Math.max(colon, 0));
        return colon > 0 && PhraseTable.has(key) ? phrase(key, id.substring(colon + 1)) : plain(id);
    }

    static FormValue yes(boolean really) {
        return phrase(really ? "yes" : "no");
    }

    static FormValue plain(String text) {
        return new Plain(text);
    }

    static FreeText free(String text) {
        return new FreeText(text, Optional.empty(), List.of());
    }

    static FreeText free(String text, String language) {
        return new FreeText(text, Optional.of(language), List.of());
    }

    static FormValue utc(Instant instant) {
        return new Moment(instant, ZoneOffset.UTC);
    }

    static FormValue several(List<? extends FormValue> values) {
        return new Several(List.copyOf(values));
    }

    static FormValue leftOut(String reason) {
        return new LeftOut(free(reason));
    }

    /** Whether a reader would see anything of it. */
    default boolean isBlank() {
        return switch (this) {
            case Plain(var text) -> text.isBlank();
            case FreeText(var text, var _, var _) -> text.isBlank();
            case LeftOut(var reason) -> reason.text().isBlank();
            case Several(var values) -> values.stream().allMatch(FormValue::isBlank);
            case Group(var fields) -> fields.values().stream().allMatch(FormValue::isBlank);
            case Phrase _, Day _, Moment _, State _ -> false;
        };
    }
}

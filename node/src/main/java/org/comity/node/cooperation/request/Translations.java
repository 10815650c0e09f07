package org.comity.node.cooperation.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts of a request in other languages: one a text and language. */
public record Translations(List<Translation> all) {

    /** In which people write here, and forms are drafted. */
    public static final String ORIGINAL = "en";

    public static final Translations NONE = new Translations(List.of());

    public Translations {
        all = List.copyOf(all);
    }

    /** How far the texts are translated into a language. @param stale translated once, and changed since */
    public record Progress(String language, int texts, int current, int stale) {

        public boolean isWhole() {
            return current == texts;
        }

        public int missing() {
            return texts - current - stale;
        }
    }

    /**
     * Into which language the texts must be translated for who is to read them (UNTOC art. 18(14)): none where the language
     * of the original is accepted, else the one that is preferred.
     *
     * @param accepted ISO 639-1, preferred first; empty where that is not known
     */
    public static Optional<String> needed(List<String> accepted) {
        return accepted.contains(ORIGINAL)
                ? Optional.empty()
                : accepted.stream().findFirst();
    }

    public Optional<Translation> find(FreeText text, String language) {
        return all.stream().filter(it -> it.is(text, language)).findFirst();
    }

    public List<Translation> of(FreeText text) {
        return all.stream().filter(it -> it.text() == text).toList();
    }

    /** Those that say what the request says now, and only they go out and are printed. */
    public List<Translation> current(RequestContent content) {
        return all.stream()
                .filter(it -> it.standing(content) == Translation.Standing.CURRENT)
                .toList();
    }

    /** As {@link #current(RequestContent)}, of one text. */
    public List<Translation> current(FreeText text, RequestContent content) {
        return current(content).stream().filter(it -> it.text() == text).toList();
    }

    public Progress into(String language, RequestContent content) {
        var texts = FreeText.saidIn(content);
        return new Progress(
                language,
                texts.size(),
                count(texts, language, content, Translation.Standing.CURRENT),
                count(texts, language, content, Translation.Standing.STALE));
    }

    private int count(List<FreeText> texts, String language, RequestContent content, Translation.Standing standing) {
        return (int) texts.stream()
                .flatMap(text -> find(text, language).stream())
                .filter(it -> it.standing(content) == standing)
                .count();
    }

    /** In place of the one that was there. */
    public Translations with(Translation translation) {
        return new Translations(Stream.concat(
                        all.stream().filter(it -> !it.is(translation.text(), translation.language())),
                        Stream.of(translation))
                .toList());
    }
}

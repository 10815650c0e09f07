package org.comity.node.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form laid out in words: what stands where, before it becomes a page, a PDF or a DOCX. Lists named after a language hold
 * one entry a language of the reading, in its order.
 *
 * @param notices what a reader must know of the whole, such as that a translation is a draft
 */
record Sheet(
        String reference,
        List<FormLanguage> languages,
        List<String> titles,
        List<List<String>> notices,
        List<Part> parts) {

    FormLanguage target() {
        return languages.getLast();
    }

    String title() {
        return titles.getLast();
    }

    boolean isSideBySide() {
        return languages.size() > 1;
    }

    record Part(String key, Optional<String> letter, boolean apart, List<String> headings, List<Row> rows) {
        String heading() {
            return letter.map(it -> it + ". ").orElse("") + String.join(" · ", headings);
        }
    }

    record Row(String key, List<Entry> entries) {}

    /** A label and what stands beside it. */
    record Entry(String label, List<Block> blocks) {}

    sealed interface Block {}

    /** A paragraph in one language. */
    record Line(Style style, List<Run> runs, String language, String direction) implements Block {
        String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }

        boolean isNote() {
            return style == Style.NOTE;
        }
    }

    /** What a person wrote, and the translation attached to it. */
    record Pair(List<Line> original, List<Line> translation) implements Block {}

    record Nested(List<Entry> entries) implements Block {}

    enum Style {
        VALUE,
        NOTE
    }

    /** @param foreign reads from left to right whatever stands around it */
    record Run(String text, boolean foreign) {}
}

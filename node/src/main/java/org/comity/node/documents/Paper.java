package org.comity.node.documents;

import java.util.List;

/**
 * A text in paragraphs, such as a report: what it says in its order, not how it looks.
 *
 * @param reference stands at the foot of each page
 * @param language of the frame; a line says if it is in another
 */
public record Paper(String title, String reference, FormLanguage language, List<Line> lines) {

    public Paper {
        lines = List.copyOf(lines);
    }

    /**
     * @param number as printed before it; may be empty
     * @param language ISO 639-1
     * @param notes footnotes
     */
    public record Line(Style style, String number, String text, String language, List<String> notes) {

        public Line {
            notes = List.copyOf(notes);
        }

        String direction() {
            return PhraseTable.direction(language);
        }
    }

    public enum Style {
        MASTHEAD,
        TITLE,
        CHAPTER,
        SECTION,
        HEADING,
        PARAGRAPH,
        ITEM
    }
}

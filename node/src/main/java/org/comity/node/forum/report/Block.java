package org.comity.node.forum.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A piece of a report.
 *
 * @param key of its words in {@code messages/forum-report}, where they come from there and follow the language; else empty
 * @param text in the original language; what is in square brackets is open
 * @param notes footnotes
 * @param remark to those who edit it, such as the count behind “many speakers”; never printed
 */
public record Block(Kind kind, String key, String text, List<String> notes, String remark) {

    private static final Pattern OPEN = Pattern.compile("\\[[^\\[\\]]*]");

    public Block {
        notes = List.copyOf(notes);
    }

    public enum Kind {
        /** I., II. */
        CHAPTER,
        /** A., B. */
        SECTION,
        /** Without a number. */
        HEADING,
        /** Numbered through the whole report. */
        PARAGRAPH,
        /** (a), (b) under the paragraph before it. */
        ITEM,
        /** A line with a number of its own, such as an item of an agenda. */
        LINE;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isHeading() {
            return this == CHAPTER || this == SECTION || this == HEADING;
        }
    }

    public static Block of(Kind kind, String text) {
        return new Block(kind, "", text, List.of(), "");
    }

    public static Block keyed(Kind kind, String key, String text) {
        return new Block(kind, key, text, List.of(), "");
    }

    public Block remarked(String remark) {
        return new Block(kind, key, text, notes, remark);
    }

    /** What must still be filled in. */
    public List<String> openTexts() {
        return OPEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Its text in turn: plain, open, plain. */
    public List<Run> runs() {
        var runs = new java.util.ArrayList<Run>();
        var matcher = OPEN.matcher(text);
        var done = 0;
        while (matcher.find()) {
            if (matcher.start() > done) {
                runs.add(new Run(text.substring(done, matcher.start()), false));
            }
            runs.add(new Run(matcher.group(), true));
            done = matcher.end();
        }
        if (done < text.length()) {
            runs.add(new Run(text.substring(done), false));
        }
        return List.copyOf(runs);
    }

    public record Run(String text, boolean open) {}
}

package org.comity.node.capacity.register;

import java.util.List;

/**
 * One thing that an entry says.
 *
 * @param name of its cell, and of its words under {@code capacity.field}
 * @param words the closed list from which it is taken; empty where it is free
 */
public record Field(String name, Type type, boolean required, List<String> words) {

    /** How it is typed and shown. */
    public enum Type {
        LINE,
        TEXT,
        /** A year, a month or a day, as far as it is known. */
        TIME,
        NUMBER,
        LINK,
        WORD,
        WORDS,
        STATE,
        STATES,
        LANGUAGES,
        PROVISIONS,
        /** A table that is typed as lines, its columns parted by {@code |}. */
        LINES
    }

    public Field {
        words = List.copyOf(words);
    }

    static Field of(String name, Type type, String... words) {
        return new Field(name, type, false, List.of(words));
    }

    Field needed() {
        return new Field(name, type, true, words);
    }

    public boolean isMany() {
        return switch (type) {
            case WORDS, STATES, LANGUAGES, PROVISIONS -> true;
            case LINE, TEXT, TIME, NUMBER, LINK, WORD, STATE, LINES -> false;
        };
    }

    public boolean isTranslatable() {
        return type == Type.WORD || type == Type.WORDS;
    }
}

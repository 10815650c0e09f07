package org.comity.node.capacity.web;

import java.util.List;
import java.util.Locale;
import org.comity.law.State;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Field;
import org.comity.node.capacity.register.Kind;

/** One field of an entry as a page shows it. @param values in the reader's language where they are of a closed list */
record Fact(Field field, List<String> values) {

    static List<Fact> of(Kind kind, Entry entry, KeepingRegister register, Locale locale) {
        return kind.fields().stream()
                .filter(field -> !field.name().equals("title") && entry.cells().containsKey(field.name()))
                .map(field -> new Fact(field, values(field, entry, register, locale)))
                .toList();
    }

    private static List<String> values(Field field, Entry entry, KeepingRegister register, Locale locale) {
        return switch (field.type()) {
            case STATE, STATES ->
                entry.parts(field.name()).stream()
                        .map(code -> name(register, code, locale))
                        .toList();
            case LANGUAGES ->
                entry.parts(field.name()).stream()
                        .map(code -> Locale.of(code).getDisplayLanguage(locale))
                        .toList();
            case LINES -> entry.lines(field.name());
            case WORDS, PROVISIONS -> entry.parts(field.name());
            case LINE, TEXT, TIME, NUMBER, LINK, WORD -> List.of(entry.cell(field.name()));
        };
    }

    static String name(KeepingRegister register, String code, Locale locale) {
        return register.state(code)
                .map((State state) -> state.name(locale.getLanguage()))
                .orElse(code);
    }
}

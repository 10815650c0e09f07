package org.comity.law.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, text, numbers and truth values as JSON (RFC 8259), two spaces a level. */
final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String write(@Nullable Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.out.append('\n').toString();
    }

    /** An object of these keys and values in turn, in their order. */
    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    private void value(@Nullable Object value, String newLine) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map, newLine);
            case Iterable<?> list -> array(list, newLine);
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(number);
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String newLine) {
        String deeper = newLine + "  ";
        out.append('{');
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(between).append(deeper);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), deeper);
            between = ",";
        }
        out.append(map.isEmpty() ? "" : newLine).append('}');
    }

    private void array(Iterable<?> list, String newLine) {
        String deeper = newLine + "  ";
        out.append('[');
        Iterator<?> items = list.iterator();
        boolean empty = !items.hasNext();
        String between = "";
        while (items.hasNext()) {
            out.append(between).append(deeper);
            value(items.next(), deeper);
            between = ",";
        }
        out.append(empty ? "" : newLine).append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}

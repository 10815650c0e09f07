package org.comity.law.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, text, numbers and truth values as JSON (RFC 8259), two spaces a level. A list is read while it is
 * written, so that a long one need not be held whole.
 */
public final class Json {

    private final Appendable out;

    private Json(Appendable out) {
        this.out = out;
    }

    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** @throws UncheckedIOException if it cannot be written there */
    public static void write(@Nullable Object value, Appendable out) {
        try {
            new Json(out).value(value, "\n");
            out.append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the JSON", e);
        }
    }

    /** An object of these keys and values in turn, in their order. */
    public static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    private void value(@Nullable Object value, String newLine) throws IOException {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map, newLine);
            case Iterable<?> list -> array(list, newLine);
            case Boolean truth -> out.append(truth.toString());
            case Number number -> out.append(number.toString());
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, String newLine) throws IOException {
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

    private void array(Iterable<?> list, String newLine) throws IOException {
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

    private void text(String text) throws IOException {
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

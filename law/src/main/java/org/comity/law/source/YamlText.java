package org.comity.law.source;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, text, numbers and truth values as YAML in the form of the data set: two spaces a level, one fact a
 * line, short lists on one line, long text folded at {@value #WIDTH} columns.
 */
public final class YamlText {

    private static final int WIDTH = 110;
    private static final int LIST = 100;
    private static final int SHORT = 40;
    private static final Pattern OTHER_TYPE =
            Pattern.compile("[-+0-9._]+|[0-9:]+|\\d{4}-\\d\\d?-\\d\\d?.*|(?i:true|false|yes|no|on|off|null)|~|=|<<|");
    private static final Pattern NUMBERS = Pattern.compile("[-+0-9._]+|\\d{4}-\\d\\d?-\\d\\d?.*");
    private static final Pattern NOT_IN_FLOW = Pattern.compile("[^\\w().:-]");
    private static final String NEVER_FIRST = ",[]{}#&*!|>'\"%@`";

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static String write(Map<String, ? extends @Nullable Object> root) {
        YamlText text = new YamlText();
        text.map(root, 0, false);
        return text.out.toString();
    }

    /** @param begun whether the first key stands on a line that has begun already */
    private void map(Map<?, ?> map, int indent, boolean begun) {
        boolean first = begun;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.append(" ".repeat(indent));
            }
            first = false;
            String key = scalar(entry.getKey(), indent, 0);
            out.append(key).append(':');
            value(entry.getValue(), indent, indent + key.length() + 1);
        }
    }

    private void value(@Nullable Object value, int indent, int column) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
            case Map<?, ?> map -> {
                out.append('\n');
                map(map, indent + 2, false);
            }
            case List<?> list -> list(list, indent, column);
            case null -> out.append(" null\n");
            default ->
                out.append(' ').append(scalar(value, indent + 2, column + 1)).append('\n');
        }
    }

    private void list(List<?> list, int indent, int column) {
        if (list.stream().noneMatch(item -> item instanceof Map || isLong(item.toString()))) {
            String flow = list.stream().map(YamlText::inFlow).collect(Collectors.joining(", ", "[", "]"));
            if (flow.length() <= LIST) {
                out.append(' ')
                        .append(folded(flow, indent + 2, column + 1, LIST - 5))
                        .append('\n');
                return;
            }
        }
        out.append('\n');
        for (Object item : list) {
            out.append(" ".repeat(indent + 2)).append("- ");
            if (item instanceof Map<?, ?> map) {
                map(map, indent + 4, true);
            } else {
                out.append(scalar(item, indent + 4, indent + 4)).append('\n');
            }
        }
    }

    private static boolean isLong(String item) {
        return item.length() >= SHORT || item.contains(" ");
    }

    private static String inFlow(Object item) {
        String text = item.toString();
        if (item instanceof String && !isPlain(text)) {
            return quoted(text);
        }
        return item instanceof String && NOT_IN_FLOW.matcher(text).find() ? single(text) : text;
    }

    private static String scalar(Object value, int indent, int column) {
        String text = value.toString();
        String written = value instanceof String && !isPlain(text) ? quoted(text) : text;
        return folded(written, indent, column, WIDTH);
    }

    /** Text that would be read as something else, or end too early, is quoted. */
    private static boolean isPlain(String text) {
        return !OTHER_TYPE.matcher(text).matches()
                && NEVER_FIRST.indexOf(text.charAt(0)) < 0
                && !text.startsWith("- ")
                && !text.startsWith("? ")
                && !text.equals("-")
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.contains("\n")
                && text.equals(text.strip());
    }

    private static String quoted(String text) {
        return NUMBERS.matcher(text).matches() || text.contains("\n")
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                : single(text);
    }

    private static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Breaks at a space where the next word would pass the width; a word is never broken. */
    private static String folded(String text, int indent, int column, int width) {
        StringBuilder lines = new StringBuilder();
        int at = column;
        int start = 0;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            lines.append(text, start, space);
            at += space - start;
            boolean alone = space + 1 < text.length() && text.charAt(space + 1) != ' ' && text.charAt(space - 1) != ' ';
            if (at > width && alone) {
                lines.append('\n').append(" ".repeat(indent));
                at = indent;
            } else {
                lines.append(' ');
                at++;
            }
            start = space + 1;
        }
        return lines.append(text, start, text.length()).toString();
    }
}

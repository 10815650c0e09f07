package org.comity.node.capacity.register;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.comity.node.frame.Said;

/** Reads what a person typed or a program sent, field by field, and refuses what is not of the field's sort. */
public final class Typed {

    /** A cell holds a summary, not a book. */
    private static final int LONGEST = 4000;

    private static final int LONGEST_LINE = 200;

    private final Predicate<String> knownState;
    private final Predicate<String> knownProvision;

    public Typed(Predicate<String> knownState, Predicate<String> knownProvision) {
        this.knownState = knownState;
        this.knownProvision = knownProvision;
    }

    /** @throws Wrong at the first field, in their order, that can't be taken */
    public Map<String, String> read(Kind kind, Map<String, List<String>> sent) {
        var cells = new TreeMap<String, String>();
        for (var field : kind.fields()) {
            var text = text(field, sent.getOrDefault(field.name(), List.of()));
            if (text.isEmpty() && field.required()) {
                throw wrong(field, "missing");
            }
            if (!text.isEmpty()) {
                cells.put(field.name(), text);
            }
        }
        var span = Span.of(cells.getOrDefault("from", ""), cells.getOrDefault("until", ""));
        if (span.from().flatMap(from -> span.until().filter(from::isAfter)).isPresent()) {
            throw new Wrong("until", Said.of("capacity.wrong.before"));
        }
        return cells;
    }

    private String text(Field field, List<String> sent) {
        var values =
                sent.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        var text = field.isMany() ? many(field, values) : String.join("\n", values);
        if (text.length() > (isShort(field) ? LONGEST_LINE : LONGEST)) {
            throw wrong(field, "long");
        }
        if (!text.isEmpty()) {
            check(field, text);
        }
        return text;
    }

    private static boolean isShort(Field field) {
        return switch (field.type()) {
            case LINE, TIME, NUMBER, WORD, STATE -> true;
            case TEXT, LINK, WORDS, STATES, LANGUAGES, PROVISIONS, LINES -> false;
        };
    }

    private static String many(Field field, List<String> values) {
        var parts = values.stream()
                .flatMap(it -> Arrays.stream(it.split("[|,;\\s]+")))
                .filter(it -> !it.isEmpty())
                .map(it ->
                        field.type() == Field.Type.STATES ? it.toUpperCase(Locale.ROOT) : it.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return String.join(Entry.BETWEEN, parts);
    }

    private void check(Field field, String text) {
        switch (field.type()) {
            case LINE -> need(field, !text.contains("\n"), "line");
            case TEXT -> {
                // free
            }
            case TIME -> need(field, Span.isTime(text), "time");
            case NUMBER -> need(field, isNumber(text), "number");
            case LINK -> need(field, text.startsWith("https://") || !text.contains("://"), "link");
            case WORD -> need(field, field.words().contains(text), "word");
            case WORDS -> each(field, text, field.words()::contains, "word");
            case STATE -> need(field, knownState.test(text), "state");
            case STATES -> each(field, text, knownState, "state");
            case LANGUAGES -> each(field, text, it -> it.matches("[a-z]{2,3}"), "language");
            case PROVISIONS -> each(field, text, knownProvision, "provision");
            case LINES -> lines(field, text);
        }
    }

    /** What is counted is counted in the last column but one. */
    private static void lines(Field field, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var columns = line.split("\\|", -1);
            var sound = switch (field.name()) {
                case "attendance" ->
                    columns.length >= 3 && isCount(columns[2]) && (columns.length < 4 || isCount(columns[3]));
                case "certificates" -> columns.length == 3 && columns[0].strip().matches("[A-Za-z0-9-]{3,40}");
                default -> !columns[0].isBlank();
            };
            if (!sound) {
                throw new Wrong(field.name(), Said.of("capacity.wrong.lines." + field.name(), line.strip()));
            }
        });
    }

    private static boolean isCount(String text) {
        return text.strip().matches("\\d{1,6}");
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void each(Field field, String text, Predicate<String> sound, String what) {
        Arrays.stream(text.split("\\|")).filter(sound.negate()).findFirst().ifPresent(it -> {
            throw new Wrong(field.name(), Said.of("capacity.wrong." + what, it));
        });
    }

    private static void need(Field field, boolean sound, String what) {
        if (!sound) {
            throw wrong(field, what);
        }
    }

    private static Wrong wrong(Field field, String what) {
        return new Wrong(field.name(), Said.of("capacity.wrong." + what, Said.of("capacity.field." + field.name())));
    }
}

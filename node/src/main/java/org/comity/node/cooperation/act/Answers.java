package org.comity.node.cooperation.act;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.frame.Said;

/** What stands in the fields of a form, as it was saved or as a person typed it. */
public final class Answers {

    public static final Answers NONE = new Answers(Map.of(), List.of());

    /** The field that says which version of a draft a form showed. */
    public static final String VERSION = "version";

    private final Map<String, List<String>> fields;
    private final List<AnsweringOrder.Attachment> files;

    private Answers(Map<String, List<String>> fields, List<AnsweringOrder.Attachment> files) {
        this.fields = fields;
        this.files = files;
    }

    public static Answers typed(Map<String, List<String>> parameters) {
        return new Answers(parameters, List.of());
    }

    /** With what was attached; a file field that was left empty attaches nothing. */
    public Answers attaching(List<AnsweringOrder.Attachment> attached) {
        return new Answers(fields, List.copyOf(attached));
    }

    public List<AnsweringOrder.Attachment> files() {
        return files;
    }

    public Answers and(String field, String answer) {
        return and(field, List.of(answer));
    }

    public Answers and(String field, List<String> answers) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, answers);
        return new Answers(more, files);
    }

    public Answers and(String field, Optional<?> answer) {
        return and(field, answer.map(Object::toString).orElse(""));
    }

    public Answers and(String field, boolean yes) {
        return and(field, yes ? "yes" : "no");
    }

    /** For a field that takes a date and a time in UTC. */
    public Answers andMoment(String field, Optional<Instant> moment) {
        return and(
                field,
                moment.map(it -> it.truncatedTo(ChronoUnit.MINUTES)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString()));
    }

    /** Empty when the field was left empty or was not there. */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("").strip();
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public boolean yes(String field) {
        return text(field).equals("yes");
    }

    /** Numbers of the rows of a repeated field, such as 0 and 1 for {@code identifiers[0].kind} and {@code identifiers[1].kind}. */
    public List<Integer> rows(String name) {
        return fields.keySet().stream()
                .filter(field -> field.startsWith(name + "["))
                .map(field -> field.substring(name.length() + 1, Math.max(field.indexOf(']'), name.length() + 1)))
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** A moment as browsers write it in UTC, or with its zone. */
    public Optional<Instant> moment(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(momentOf(text));
        } catch (DateTimeException e) {
            throw new Unreadable(field, Said.of("cooperation.wrong.moment", text));
        }
    }

    private static Instant momentOf(String text) {
        if (text.matches(".*(Z|[+-]\\d{2}:\\d{2}(\\[.*])?)$") && text.contains("T")) {
            return ZonedDateTime.parse(text).toInstant();
        }
        return text.contains("T")
                ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Instant requiredMoment(String field) {
        return moment(field).orElseThrow(() -> new Unreadable(field, Said.of("cooperation.wrong.moment-needed")));
    }

    public Optional<LocalDate> date(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Unreadable(field, Said.of("cooperation.wrong.date", text));
        }
    }

    /** All fields with all that stands in them. */
    public Map<String, List<String>> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** What a person wrote, by field, so that it can be shown again when it couldn't be kept. */
    public Map<String, String> written() {
        return fields.entrySet().stream()
                .filter(field ->
                        !field.getKey().startsWith("_") && !field.getKey().equals(VERSION))
                .filter(field -> field.getValue().stream().anyMatch(text -> !text.isBlank()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> String.join(", ", field.getValue()),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** A field can't be read. */
    public static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String field;
        private final transient Said said;

        public Unreadable(String field, Said said) {
            super(said.inEnglish());
            this.field = field;
            this.said = said;
        }

        /** The same, at the field of a form that shares its page with others. */
        public Unreadable in(Act act) {
            return new Unreadable(act.idOf(field), said);
        }

        public String field() {
            return field;
        }

        public Said said() {
            return said;
        }
    }
}

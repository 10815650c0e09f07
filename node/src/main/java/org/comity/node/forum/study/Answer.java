package org.comity.node.forum.study;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.frame.Said;

/**
 * What was answered at one place.
 *
 * @param values what was chosen, a number, a text, or provisions in a line each; none while open
 * @param source document that shows it; where it is prefilled, the row of the law base
 * @param language of what was typed
 * @param prefilled it comes from the law base, and no person has confirmed it yet
 */
@RecordBuilder
public record Answer(
        List<String> values,
        String comment,
        String source,
        String language,
        Level level,
        boolean prefilled,
        String by,
        Instant at)
        implements AnswerBuilder.With {

    private static final int LONGEST = 10_000;

    public Answer {
        values = List.copyOf(values);
    }

    public boolean isGiven() {
        return !values.isEmpty();
    }

    /** Says the same, whoever said it and when. */
    public boolean saysAs(Answer other) {
        return withBy("").withAt(Instant.EPOCH).equals(other.withBy("").withAt(Instant.EPOCH));
    }

    /**
     * What was typed, as it is kept.
     *
     * @throws StudyRefused that names no field: the caller knows the place
     */
    public static List<String> read(Question question, List<String> typed) {
        var values =
                typed.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (values.stream().anyMatch(it -> it.length() > LONGEST)) {
            throw refused(Said.of("forum.refused.answer-long", LONGEST));
        }
        return switch (question.kind()) {
            case BOOLEAN, SINGLE -> one(chosen(question, values));
            case MULTI ->
                question.options().stream()
                        .filter(chosen(question, values)::contains)
                        .toList();
            case NUMBER -> one(values).stream().map(Answer::number).toList();
            case TEXT -> values.isEmpty() ? values : List.of(String.join("\n", values));
            case PROVISION ->
                values.stream()
                        .flatMap(String::lines)
                        .filter(it -> !it.isBlank())
                        .map(line -> reference(question, line).toString())
                        .toList();
        };
    }

    private static List<String> chosen(Question question, List<String> values) {
        values.stream()
                .filter(it -> !question.choices().contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw refused(Said.of("forum.refused.answer-choice", it));
                });
        return values;
    }

    private static List<String> one(List<String> values) {
        if (values.size() > 1) {
            throw refused(Said.of("forum.refused.answer-one"));
        }
        return values;
    }

    private static String number(String text) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            throw refused(Said.of("forum.refused.answer-number", text));
        }
        return new BigDecimal(text).toPlainString();
    }

    private static ProvisionReference reference(Question question, String line) {
        var reference =
                ProvisionReference.of(line).orElseThrow(() -> refused(Said.of("forum.refused.answer-provision", line)));
        var coverage = reference.coverage();
        if (!question.options().isEmpty() && !question.options().contains(coverage)) {
            throw refused(Said.of("forum.refused.answer-coverage", coverage, String.join(", ", question.options())));
        }
        return reference;
    }

    private static StudyRefused refused(Said said) {
        return new StudyRefused("", said);
    }

    /** The words by which answers are counted: what was chosen, or how far the provisions cover. */
    public Stream<String> counted(AnswerKind kind) {
        return kind == AnswerKind.PROVISION
                ? values.stream()
                        .flatMap(it -> ProvisionReference.of(it).stream())
                        .map(ProvisionReference::coverage)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                : values.stream();
    }

    /** As a field of several lines has it. */
    public String inLines() {
        return String.join("\n", values);
    }

    /** In one line, for a table. */
    public String inWords() {
        return String.join("; ", values).replaceAll("( \\| )+$", "").replaceAll("\\s+", " ");
    }
}

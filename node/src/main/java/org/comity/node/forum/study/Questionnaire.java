package org.comity.node.forum.study;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.frame.Said;

/**
 * A version of the questionnaire. While it is drafted it can be edited; once frozen it is what everybody answers.
 *
 * @param revises id of the version before it; empty for the first
 * @param frozen when it was
 */
@RecordBuilder
public record Questionnaire(
        String id,
        int version,
        String title,
        String revises,
        Optional<Instant> frozen,
        List<Question> questions,
        Provenance provenance)
        implements QuestionnaireBuilder.With {

    private static final int MOST_OPTIONS = 40;

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The question of which this is a key, such as {@code Q-CRI-01.3}. */
    public Optional<Question> questionAt(String key) {
        return questions.stream()
                .filter(it -> it.places().stream().anyMatch(place -> place.key().equals(key)))
                .findFirst();
    }

    /** By theme, in their order. */
    public Map<String, List<Question>> sections(RespondentKind kind) {
        return questions.stream()
                .filter(it -> it.asks(kind))
                .collect(Collectors.groupingBy(Question::theme, LinkedHashMap::new, Collectors.toList()));
    }

    /** The next version, a draft that asks the same. */
    public Questionnaire revised(String id, String today) {
        if (frozen.isEmpty()) {
            throw new StudyRefused("act", Said.of("forum.refused.study-draft"));
        }
        return new Questionnaire(
                id, version + 1, title, this.id, Optional.empty(), questions, Provenance.entered(today));
    }

    /** With a question changed, or added behind the last of its theme. @param before the version that this one revises */
    public Questionnaire asking(Question question, Optional<Questionnaire> before) {
        drafting();
        check(question);
        var known = question(question.id()).or(() -> before.flatMap(it -> it.question(question.id())));
        known.filter(it -> it.kind() != question.kind() || !it.parts().equals(question.parts()))
                .ifPresent(_ -> {
                    throw new StudyRefused("id", Said.of("forum.refused.study-meaning", question.id()));
                });
        var after = new ArrayList<>(questions);
        var at = after.stream().map(Question::id).toList().indexOf(question.id());
        if (at >= 0) {
            after.set(at, question);
            return withQuestions(after);
        }
        var last = after.stream().map(Question::theme).toList().lastIndexOf(question.theme());
        after.add(last < 0 ? after.size() : last + 1, question);
        return withQuestions(after);
    }

    public Questionnaire without(String question) {
        drafting();
        return withQuestions(
                questions.stream().filter(it -> !it.id().equals(question)).toList());
    }

    public Questionnaire frozenAt(Instant now) {
        drafting();
        if (questions.isEmpty()) {
            throw new StudyRefused("act", Said.of("forum.refused.study-empty"));
        }
        return withFrozen(Optional.of(now));
    }

    private void drafting() {
        if (frozen.isPresent()) {
            throw new StudyRefused("act", Said.of("forum.refused.study-frozen"));
        }
    }

    private static void check(Question question) {
        if (!question.id().matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")) {
            throw new StudyRefused("id", Said.of("forum.refused.study-id"));
        }
        if (question.text().isBlank()) {
            throw new StudyRefused("text", Said.of("forum.refused.study-text"));
        }
        if (question.respondents().isEmpty()) {
            throw new StudyRefused("respondents", Said.of("forum.refused.study-respondents"));
        }
        var choosing = question.kind() == AnswerKind.SINGLE || question.kind() == AnswerKind.MULTI;
        var distinct = question.options().stream().distinct().count()
                == question.options().size();
        if (choosing && question.options().size() < 2
                || !distinct
                || question.options().size() > MOST_OPTIONS) {
            throw new StudyRefused("options", Said.of("forum.refused.study-options", MOST_OPTIONS));
        }
    }

    public Comparability compared(String question, Questionnaire other) {
        return Comparability.between(question(question), other.question(question));
    }

    /** Of all that is asked, so that two nodes can tell that they mean the same questions. */
    public String sha256() {
        var text = new StringBuilder(title).append('\n').append(version);
        questions.forEach(it -> text.append('\n')
                .append(String.join(
                        "\u001f",
                        it.id(),
                        it.theme(),
                        it.text(),
                        String.valueOf(it.kind()),
                        String.join("\u001e", it.options()),
                        it.respondents().toString(),
                        String.join("\u001e", it.provisions()),
                        String.join("\u001e", it.parts()))));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}

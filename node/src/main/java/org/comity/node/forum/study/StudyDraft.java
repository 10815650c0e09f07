package org.comity.node.forum.study;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Comment.Answered;
import org.comity.node.forum.study.Comment.Outcome;
import org.comity.node.frame.Said;
import org.comity.node.kept.Records;

/**
 * A draft of the study, on whose paragraphs respondents comment until a day.
 *
 * @param symbol of the document; may be empty
 * @param language ISO 639-1 of its words
 * @param report id of the report from which it was made; empty where its paragraphs were brought
 * @param revises id of the draft before it; empty for a first one
 * @param opened from when on its words are frozen
 */
@RecordBuilder
public record StudyDraft(
        String id,
        String title,
        String symbol,
        String language,
        String report,
        String revises,
        List<Passage> passages,
        Optional<Opening> opened,
        List<Comment> comments)
        implements StudyDraftBuilder.With {

    private static final int LONGEST = 5_000;

    public StudyDraft {
        passages = List.copyOf(passages);
        comments = List.copyOf(comments);
    }

    /** @param until the last day on which a comment is taken in, to its end in UTC @param sha256 of the words */
    public record Opening(Instant at, LocalDate until, String sha256) {}

    public enum Standing {
        PREPARED,
        OPEN,
        CLOSED;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Standing standing(LocalDate today) {
        return opened.map(it -> today.isAfter(it.until()) ? Standing.CLOSED : Standing.OPEN)
                .orElse(Standing.PREPARED);
    }

    public StudyDraft worded(String newTitle, String newSymbol, List<Passage> newPassages) {
        if (opened.isPresent()) {
            throw new StudyRefused("text", Said.of("forum.refused.draft-open"));
        }
        if (newTitle.isBlank()) {
            throw new StudyRefused("title", Said.of("forum.refused.draft-title"));
        }
        return withTitle(newTitle.strip()).withSymbol(newSymbol.strip()).withPassages(newPassages);
    }

    public StudyDraft opening(Instant now, LocalDate today, LocalDate until) {
        if (opened.isPresent()) {
            throw new StudyRefused("until", Said.of("forum.refused.draft-open"));
        }
        if (until.isBefore(today)) {
            throw new StudyRefused("until", Said.of("forum.refused.due"));
        }
        return withOpened(Optional.of(new Opening(now, until, sha256())));
    }

    /** Later only: who relied on the day must not find it earlier. */
    public StudyDraft extended(LocalDate today, LocalDate until) {
        var now = opened.orElseThrow(() -> new StudyRefused("until", Said.of("forum.refused.draft-not-open")));
        if (!until.isAfter(now.until()) || until.isBefore(today)) {
            throw new StudyRefused("until", Said.of("forum.refused.draft-later", now.until()));
        }
        return withOpened(Optional.of(new Opening(now.at(), until, now.sha256())));
    }

    public StudyDraft commenting(
            LocalDate today, int passage, Party by, String text, String wording, boolean restricted, Instant at) {
        mustBeOpen(today);
        if (passage < Comment.WHOLE || passage >= passages.size()) {
            throw new StudyRefused("passage", Said.of("forum.refused.absent"));
        }
        if (text.isBlank() && wording.isBlank()) {
            throw new StudyRefused("text", Said.of("forum.refused.comment-empty"));
        }
        mustFit(text, "text");
        mustFit(wording, "wording");
        var all = new ArrayList<>(comments);
        all.add(new Comment(
                comments.size() + 1,
                passage,
                by,
                text.strip(),
                wording.strip(),
                restricted,
                at,
                Optional.empty(),
                false));
        return withComments(all);
    }

    private static void mustFit(String text, String field) {
        if (text.length() > LONGEST) {
            throw new StudyRefused(field, Said.of("forum.refused.answer-long", LONGEST));
        }
    }

    private void mustBeOpen(LocalDate today) {
        if (standing(today) != Standing.OPEN) {
            throw new StudyRefused("text", Said.of("forum.refused.draft-not-open"));
        }
    }

    public StudyDraft withdrawing(LocalDate today, int number, Party by) {
        mustBeOpen(today);
        var comment = comment(number);
        if (!comment.by().equals(by) || comment.withdrawn()) {
            throw new StudyRefused("text", Said.of("forum.refused.comment-not-own"));
        }
        return each(number, Comment::takenBack);
    }

    /** Of a comment that is taken as it was worded, the passage reads so. */
    public StudyDraft answering(int number, Outcome outcome, String why, String reads, String by, Instant at) {
        var comment = comment(number);
        if (comment.withdrawn()) {
            throw new StudyRefused("outcome", Said.of("forum.refused.comment-withdrawn"));
        }
        if (why.isBlank() && outcome != Outcome.TAKEN) {
            throw new StudyRefused("why", Said.of("forum.refused.comment-why"));
        }
        mustFit(why, "why");
        mustFit(reads, "reads");
        var words = reads.isBlank() && outcome == Outcome.TAKEN ? comment.wording() : reads.strip();
        var now = outcome == Outcome.NOT_TAKEN || comment.passage() == Comment.WHOLE ? "" : words;
        return each(number, it -> it.answeredBy(new Answered(outcome, why.strip(), now, by, at)));
    }

    private Comment comment(int number) {
        return comments.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new StudyRefused("text", Said.of("forum.refused.absent")));
    }

    private StudyDraft each(int number, UnaryOperator<Comment> change) {
        return withComments(comments.stream()
                .map(it -> it.number() == number ? change.apply(it) : it)
                .toList());
    }

    /** How a passage reads after the comments on it: as the latest answer that changes it says. */
    public Passage reads(int place) {
        var before = passages.get(place);
        return comments.stream()
                .filter(it -> it.passage() == place && !it.withdrawn())
                .flatMap(it -> it.answered().stream())
                .filter(it -> !it.reads().isEmpty())
                .max(Comparator.comparing(Answered::at))
                .map(it -> new Passage(before.heading(), before.number(), it.reads()))
                .orElse(before);
    }

    /** The next draft begins as the answers left this one. */
    public StudyDraft revised(String newId, LocalDate today) {
        if (standing(today) != Standing.CLOSED) {
            throw new StudyRefused("act", Said.of("forum.refused.draft-not-closed"));
        }
        return new StudyDraft(
                newId,
                title,
                "",
                language,
                "",
                id,
                IntStream.range(0, passages.size()).mapToObj(this::reads).toList(),
                Optional.empty(),
                List.of());
    }

    public String sha256() {
        return Records.sha256(Passage.write(passages));
    }
}

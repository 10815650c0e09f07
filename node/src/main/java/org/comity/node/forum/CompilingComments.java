package org.comity.node.forum;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;
import org.comity.node.forum.study.Comment;
import org.comity.node.forum.study.Passage;
import org.comity.node.forum.study.StudyDraft;
import org.comity.node.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The compilation of comments on a draft study: passage by passage, who said what and what became of it. */
@Component
public class CompilingComments {

    private final KeepingStudyDrafts drafts;
    private final TakingPapers papers;
    private final StateNames names;
    private final MessageSource words;

    CompilingComments(KeepingStudyDrafts drafts, TakingPapers papers, StateNames names, MessageSource words) {
        this.drafts = drafts;
        this.papers = papers;
        this.names = names;
        this.words = words;
    }

    /** What the reader may read of it; empty for a format that there is not. */
    public Optional<TakenFile> file(Person reader, StudyDraft draft, String format) {
        var comments = drafts.commentsFor(reader, draft).stream()
                .filter(it -> !it.withdrawn())
                .sorted(Comparator.comparing(Comment::passage)
                        .thenComparing(it -> it.by().kind())
                        .thenComparing(it -> names.of(it.by(), "en")))
                .toList();
        return format.equals("csv")
                ? Optional.of(new TakenFile(
                        "text/csv;charset=UTF-8", csv(draft, comments).getBytes(StandardCharsets.UTF_8)))
                : papers.paper(paper(draft, comments), format);
    }

    private Paper paper(StudyDraft draft, List<Comment> comments) {
        var lines = new ArrayList<Line>();
        var title = said("forum.comments-compiled");
        lines.add(line(Style.MASTHEAD, "", draft.title(), draft.language()));
        if (!draft.symbol().isEmpty()) {
            lines.add(line(Style.MASTHEAD, "", draft.symbol(), "en"));
        }
        draft.opened()
                .ifPresent(it -> lines.add(line(
                        Style.MASTHEAD, "", said("forum.draft-until", it.until().toString()), "en")));
        lines.add(line(Style.TITLE, "", title, "en"));
        comments(lines, said("forum.draft-whole"), Comment.WHOLE, comments);
        for (int place = 0; place < draft.passages().size(); place++) {
            var passage = draft.passages().get(place);
            if (passage.heading()) {
                lines.add(line(Style.CHAPTER, "", passage.text(), draft.language()));
            } else if (commented(comments, place)) {
                lines.add(line(Style.PARAGRAPH, passage.number(), passage.text(), draft.language()));
            }
            comments(lines, "", place, comments);
        }
        if (comments.isEmpty()) {
            lines.add(line(Style.PARAGRAPH, "", said("forum.no-comments"), "en"));
        }
        return new Paper(title + ", " + draft.title(), draft.symbol(), FormLanguage.ENGLISH, lines);
    }

    private static boolean commented(List<Comment> comments, int place) {
        return comments.stream().anyMatch(it -> it.passage() == place);
    }

    private void comments(List<Line> lines, String heading, int place, List<Comment> comments) {
        var here = comments.stream().filter(it -> it.passage() == place).toList();
        if (!here.isEmpty() && !heading.isEmpty()) {
            lines.add(line(Style.CHAPTER, "", heading, "en"));
        }
        for (var it : here) {
            lines.add(line(Style.HEADING, "", names.of(it.by(), "en"), "en"));
            add(lines, it.text());
            if (!it.wording().isEmpty()) {
                add(lines, said("forum.draft-wording-said", it.wording()));
            }
            add(
                    lines,
                    it.answered()
                            .map(answer ->
                                    said("forum.comment." + answer.outcome().token())
                                            + (answer.why().isEmpty() ? "" : ": " + answer.why()))
                            .orElseGet(() -> said("forum.comment.open")));
        }
    }

    private static void add(List<Line> lines, String text) {
        text.lines().filter(it -> !it.isBlank()).forEach(it -> lines.add(line(Style.ITEM, "", it, "en")));
    }

    private static Line line(Style style, String number, String text, String language) {
        return new Line(style, number, text, language, List.of());
    }

    private String csv(StudyDraft draft, List<Comment> comments) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "number",
                "passage",
                "passage_text",
                "by",
                "kind",
                "comment",
                "wording",
                "outcome",
                "why",
                "reads_now",
                "at"));
        comments.forEach(it -> rows.add(row(draft, it)));
        return rows.stream()
                .map(row -> row.stream().map(Cell::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> row(StudyDraft draft, Comment it) {
        var passage = IntStream.of(it.passage())
                .filter(place -> place != Comment.WHOLE)
                .mapToObj(draft.passages()::get)
                .findFirst();
        var answer = it.answered();
        return List.of(
                String.valueOf(it.number()),
                passage.map(Passage::cited).orElse(""),
                passage.map(Passage::text).orElse(""),
                it.by().toString(),
                it.by().kind().token(),
                it.text(),
                it.wording(),
                answer.map(said -> said.outcome().token()).orElse(""),
                answer.map(Comment.Answered::why).orElse(""),
                answer.map(Comment.Answered::reads).orElse(""),
                it.at().toString());
    }

    private String said(String key, Object... about) {
        return words.getMessage(key, about, Locale.ENGLISH);
    }
}

package org.comity.node.forum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft of the study, from its paragraphs to the next draft. */
@NodeTest(properties = "comity.test.room=forum")
class StudyDraftPagesTests extends ThroughPages {

    @Autowired
    ShiftableClock clock;

    @Test
    void aDelegationCommentsItsWordingIsTakenAndTheNextDraftSaysSo() throws Exception {
        var secretariat = SomePeople.with(jdbc, Role.SECRETARIAT);
        var brazil = with(Role.DELEGATE, "BR");
        var ghana = with(Role.DELEGATE, "GH");
        var twice = Map.of("title", "Draft study", "text", "1. One\n1. Two");
        assertThat(posted("/forum/study/drafts", twice, secretariat, 422)
                        .select(".error-summary")
                        .text())
                .contains("stands twice");
        assertThat(posted("/forum/study/drafts", twice, secretariat, 422)
                        .getElementById("title")
                        .val())
                .isEqualTo("Draft study");
        assertThat(page("/forum/study/drafts", secretariat)
                        .getElementById("title")
                        .val())
                .isEmpty();
        posted("/forum/study/drafts", twice, brazil, 403);
        var path = redirected(
                "/forum/study/drafts",
                Map.of("title", "Draft study", "text", "# I. Scope\nCrime crosses borders.\nEvidence is lost."),
                secretariat);
        notFound(path, brazil);
        var last = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(20);
        posted(path, Map.of("version", "1", "act", "open", "until", last.toString()), secretariat, 302);
        assertThat(page("/notices", brazil).text()).contains("A draft of the study is open for comments: Draft study");
        posted(path, Map.of("version", "2", "act", "word", "title", "x", "text", "x"), secretariat, 422);

        assertThat(page(path + "?comment=1", brazil).select("form#comment textarea"))
                .hasSize(2);
        assertThat(posted(path, Map.of("version", "2", "act", "comment", "passage", "1"), brazil, 422)
                        .select(".error-summary")
                        .text())
                .contains("Write a comment or a wording");
        comment(path, brazil, "1", "Too narrow.", "Crime crosses every border.", false);
        comment(path, brazil, "2", "We lost a server.", "", true);
        comment(path, ghana, "-1", "=Well done", "", false);

        assertThat(page(path, ghana).text()).contains("=Well done").doesNotContain("Too narrow.");
        assertThat(page(path, with(Role.OVERSEER, "audit")).text()).contains("Too narrow.", "We lost a server.");
        notFound(path, SomePeople.with(jdbc, Role.READER));

        var answer = Map.of("version", "5", "act", "answer", "number", "2", "outcome", "NOT_TAKEN");
        assertThat(posted(path, answer, secretariat, 422)
                        .select(".error-summary")
                        .text())
                .contains("Say why");
        posted(path, Map.of("version", "5", "act", "answer", "number", "1", "outcome", "TAKEN"), brazil, 403);
        posted(path, Map.of("version", "5", "act", "answer", "number", "1", "outcome", "TAKEN"), secretariat, 302);
        assertThat(page(path, brazil).select("#p1 ins").text()).isEqualTo("Crime crosses every border.");
        assertThat(page(path + "?open=true", secretariat).select("#passages section"))
                .hasSize(1);
        posted(path, Map.of("version", "6", "act", "withdraw", "number", "3"), brazil, 422);

        clock.advance(Duration.ofDays(21));
        posted(path, Map.of("version", "6", "act", "comment", "passage", "1", "text", "Late"), ghana, 422);
        assertThat(page(path, ghana).text()).contains("Too narrow.").doesNotContain("We lost a server.");
        assertThat(text(path + "/comments.csv", ghana))
                .contains("Crime crosses every border.", "'=Well done", "taken")
                .doesNotContain("We lost a server.");
        assertThat(text(path + "/comments.csv", secretariat)).contains("We lost a server.");
        assertThat(answer(path + "/comments.pdf", ghana).getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer(path + "/comments.docx", ghana).getContentAsByteArray())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(path + "/comments.html", ghana)).contains("Proposed wording: Crime crosses every border.");

        var next = redirected(path, Map.of("version", "6", "act", "revise"), secretariat);
        assertThat(page(next, secretariat).text())
                .contains("Crime crosses every border.", "being prepared", "The draft before it");
        assertThat(page("/forum/study/drafts", secretariat).select("#drafts li"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aDraftTakesTheParagraphsOfAReportWithTheirNumbers() throws Exception {
        var secretariat = SomePeople.with(jdbc, Role.SECRETARIAT);
        var report = redirected("/forum/reports", Map.of("meeting", "eg-4", "kind", "EXPERT_GROUP"), secretariat);
        var path = redirected(
                "/forum/study/drafts",
                Map.of("title", "From the report", "report", report.substring(report.lastIndexOf('/') + 1)),
                secretariat);

        assertThat(page(path, secretariat).select("#passages h2").getFirst().text())
                .isEqualTo("I. Introduction");
        assertThat(page(path, secretariat).select("#passages bdi").getFirst().text())
                .isEqualTo("1.");
    }

    private void comment(String path, Person by, String passage, String text, String wording, boolean restricted)
            throws Exception {
        posted(
                path,
                Map.of(
                        "version",
                        "2",
                        "act",
                        "comment",
                        "passage",
                        passage,
                        "text",
                        text,
                        "wording",
                        wording,
                        "restricted",
                        String.valueOf(restricted)),
                by,
                302);
    }
}

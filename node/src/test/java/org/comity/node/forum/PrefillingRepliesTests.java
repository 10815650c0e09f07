package org.comity.node.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.law.LawBase;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.AnswerKind;
import org.comity.node.forum.study.Reply;
import org.junit.jupiter.api.Test;

class PrefillingRepliesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LawBase LAW = LawBase.load();

    private final PrefillingReplies prefilling = new PrefillingReplies(() -> LAW);

    @Test
    void whatTheLawBaseKnowsOfAnyStateIsAnAnswerThatAPersonCouldHaveTypedWithItsSource() {
        var questionnaire = ShippedForum.questionnaire();
        for (var state : LAW.states()) {
            var reply = Reply.begun(
                    "r", questionnaire.id(), 2026, Party.state(state.code().value()), LocalDate.of(2027, 1, 1));
            prefilling.known(questionnaire, reply, NOW).forEach((key, answer) -> {
                var question = questionnaire.questionAt(key).orElseThrow();
                var typed = question.kind() == AnswerKind.MULTI ? answer.values() : List.of(answer.inLines());
                assertThat(Answer.read(question, typed))
                        .as(state.code() + " " + key)
                        .isEqualTo(answer.values());
                assertThat(answer.source()).as(state.code() + " " + key).isNotBlank();
                assertThat(answer.prefilled()).isTrue();
            });
        }
    }

    @Test
    void projectsThatNameTheStateAreTheAssistanceItReceived() {
        var reply = Reply.begun("r", "study-1", 2026, Party.state("GH"), LocalDate.of(2027, 1, 1));
        var received =
                prefilling.known(ShippedForum.questionnaire(), reply, NOW).get("Q-TAS-02");
        assertThat(received.inLines()).contains("GLACY").doesNotContain("2013 –");
        assertThat(received.source()).contains("cybilportal.org");
    }

    @Test
    void aCitedActIsLookedUpInTheLawBase() {
        var reply = Reply.begun("r", "study-1", 2026, Party.state("GH"), LocalDate.of(2027, 1, 1));
        var known = prefilling.known(ShippedForum.questionnaire(), reply, NOW);
        var cited = known.get("Q-CRI-01.1");
        assertThat(prefilling.checked(reply, cited))
                .isNotEmpty()
                .allMatch(it -> it.key().equals("forum.checked.known"));
        assertThat(prefilling.checked(reply, cited.withValues(List.of("Unheard Act | 1 | | | full"))))
                .extracting(it -> it.key())
                .containsExactly("forum.checked.no-act");
    }
}

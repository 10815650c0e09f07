package org.comity.node.forum.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.comity.law.LawBase;
import org.comity.node.forum.ShippedForum;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.ReplyLife.Event;
import org.comity.node.forum.study.ReplyLife.State;
import org.junit.jupiter.api.Test;

class StudyTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Questionnaire FIRST = ShippedForum.questionnaire();

    private final Reply reply = Reply.begun("r", FIRST.id(), 2026, Party.state("BR"), LocalDate.of(2027, 3, 1));

    @Test
    void theShippedQuestionnaireAsksEachKindOnlyOfWhatTheLawBaseKnows() {
        var law = LawBase.load();
        assertThat(FIRST.questions()).hasSize(66).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(FIRST.questions()).allSatisfy(it -> {
            assertThat(it.respondents()).as(it.id()).isNotEmpty();
            assertThat(it.provisions())
                    .as(it.id())
                    .allMatch(id -> law.provision(id).isPresent());
            assertThat(it.terms().size()).as(it.id()).isIn(0, it.options().size());
            assertThat(it.terms())
                    .flatMap(terms -> List.of(terms.split(" ")))
                    .allMatch(id -> id.isEmpty() || law.instrument(id).isPresent());
        });
        for (var kind : RespondentKind.values()) {
            assertThat(FIRST.sections(kind)).as(kind.name()).isNotEmpty();
        }
    }

    @Test
    void aFrozenVersionIsNotEditedAndTheNextOneKeepsTheMeaningOfItsIdentifiers() {
        var asked = FIRST.question("Q-STA-02").orElseThrow();
        assertThatThrownBy(() -> FIRST.asking(asked, Optional.empty())).isInstanceOf(StudyRefused.class);

        var draft = FIRST.revised("study-2", "2027-01-01");
        assertThat(draft.compared("Q-STA-02", FIRST)).isEqualTo(Comparability.SAME);
        var reworded = draft.asking(asked.withText("How many cases were recorded?"), Optional.of(FIRST));
        assertThat(reworded.compared("Q-STA-02", FIRST)).isEqualTo(Comparability.REWORDED);
        var dropped = reworded.without("Q-STA-02");
        assertThat(dropped.compared("Q-STA-02", FIRST)).isEqualTo(Comparability.ABSENT);
        assertThatThrownBy(() -> dropped.asking(asked.withKind(AnswerKind.TEXT), Optional.of(FIRST)))
                .isInstanceOfSatisfying(
                        StudyRefused.class, it -> assertThat(it.field()).isEqualTo("id"));
        var choosing = FIRST.question("Q-STA-05").orElseThrow();
        var fewer = choosing.withOptions(choosing.options().subList(0, 3));
        assertThat(draft.asking(fewer, Optional.of(FIRST)).compared("Q-STA-05", FIRST))
                .isEqualTo(Comparability.OTHER_OPTIONS);
        assertThat(reworded.sha256()).isNotEqualTo(FIRST.sha256());
        assertThatThrownBy(() -> draft.revised("study-3", "2027-01-02")).isInstanceOf(StudyRefused.class);
    }

    @Test
    void whatTheLawBaseKnewCountsOnlyOnceAPersonHasConfirmedIt() {
        var prefilled = reply.prefilled(Map.of("Q-STA-02", answer("12").withPrefilled(true)));
        var asked = List.of(
                FIRST.question("Q-STA-02").orElseThrow(),
                FIRST.question("Q-CRI-01").orElseThrow());
        assertThat(prefilled.progress(asked)).isEqualTo(new Progress(11, 0, 1));
        assertThatThrownBy(() -> prefilled.happening(Event.SUBMIT)).isInstanceOf(StudyRefused.class);

        var confirmed = prefilled.confirming(List.of("Q-STA-02"), "delegate", NOW);
        assertThat(confirmed.progress(asked)).isEqualTo(new Progress(11, 1, 0));
        assertThat(confirmed.happening(Event.SUBMIT).state()).isEqualTo(State.SUBMITTED);
        var ownWords = reply.answering(Map.of("Q-STA-02", answer("13")));
        assertThat(ownWords.prefilled(Map.of("Q-STA-02", answer("12")))
                        .answer("Q-STA-02")
                        .orElseThrow()
                        .values())
                .containsExactly("13");
    }

    @Test
    void aReplyGoesIntoTheStudyOnlyWhenNothingIsHandedOutOrUnclear() {
        var handed = reply.answering(Map.of("Q-STA-02", answer("12")))
                .handing(new Handover(
                        "prevention", "unit:MOJ", "MOJ", LocalDate.of(2027, 2, 1), "", "d", NOW, Optional.empty()));
        assertThatThrownBy(() -> handed.happening(Event.SUBMIT)).isInstanceOf(StudyRefused.class);
        assertThatThrownBy(() -> handed.returning("prevention", List.of("unit:OTHER"), NOW))
                .isInstanceOf(StudyRefused.class);
        var submitted = handed.returning("prevention", List.of("unit:MOJ"), NOW).happening(Event.SUBMIT);
        assertThatThrownBy(() -> submitted.answering(Map.of("Q-STA-02", answer("13"))))
                .isInstanceOf(StudyRefused.class);

        var unclear = submitted.asking("Q-STA-02", "Which year?", "secretariat", NOW);
        assertThatThrownBy(() -> unclear.happening(Event.ACCEPT)).isInstanceOf(StudyRefused.class);
        var clear = unclear.clarifying(1, "The last one.", Optional.of(answer("14")), "delegate", NOW);
        assertThat(clear.answer("Q-STA-02").orElseThrow().values()).containsExactly("14");
        assertThat(clear.happening(Event.ACCEPT).state()).isEqualTo(State.ACCEPTED);
    }

    @Property(tries = 200)
    void aNumberIsTakenAsItWasTypedOrRefused(@ForAll String typed) {
        var question = FIRST.question("Q-STA-02").orElseThrow();
        var plain = typed.strip();
        if (plain.isEmpty() || plain.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            assertThat(Answer.read(question, List.of(typed)).size()).isEqualTo(plain.isEmpty() ? 0 : 1);
        } else {
            assertThatThrownBy(() -> Answer.read(question, List.of(typed))).isInstanceOf(StudyRefused.class);
        }
    }

    @Test
    void aProvisionIsCitedInOneLineAndSaysHowFarItCovers() {
        var question = FIRST.question("Q-CRI-01").orElseThrow();
        assertThat(Answer.read(
                        question, List.of("Penal Code | 154-A | https://example.org/law | 2012-12-03 | full\n\n")))
                .containsExactly("Penal Code | 154-A | https://example.org/law | 2012-12-03 | full");
        for (var wrong : List.of("Penal Code", "| 1 |", "Code | 1 | nowhere | | full", "Code | 1 | | 3 May | full")) {
            assertThatThrownBy(() -> Answer.read(question, List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(StudyRefused.class);
        }
    }

    @Property(tries = 100)
    void whatIsChosenIsCountedOnceARespondentAndYearAndSumsUp(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 5) Integer> chosen) {
        var question = FIRST.question("Q-STA-05").orElseThrow();
        var points = IntStream.range(0, chosen.size())
                .mapToObj(at -> new Figures.Point(
                        new Party(Party.Kind.ACADEMIA, "Institute " + at / 2),
                        2025 + at % 2,
                        answer(question.options().get(chosen.get(at)))))
                .toList();
        var figures = Figures.of(question, points, Party::name);
        var sum = figures.bars().stream()
                .flatMap(it -> it.counts().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(sum).isEqualTo(chosen.size());
        assertThat(figures.bars()).extracting(Figures.Bar::option).isEqualTo(question.options());
        var years = new ArrayList<>(
                new HashSet<>(points.stream().map(Figures.Point::year).toList()));
        assertThat(figures.years()).containsExactlyInAnyOrderElementsOf(years);
    }

    private static Answer answer(String value) {
        return new Answer(List.of(value), "", "", "en", Level.PUBLIC, false, "delegate", NOW);
    }
}

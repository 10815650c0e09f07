package org.comity.node.forum.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Comment.Outcome;
import org.comity.node.forum.study.StudyDraft.Standing;

class StudyDraftTests {

    private static final LocalDate LAST = LocalDate.parse("2027-01-31");
    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final Party BRAZIL = Party.state("BR");

    @Property
    void passagesAreReadAsTheyAreWritten(@ForAll("passages") List<Passage> passages) {
        assertThat(Passage.read(Passage.write(passages))).isEqualTo(passages);
    }

    @Provide
    Arbitrary<List<Passage>> passages() {
        var words = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(20);
        return Combinators.combine(
                        words, Arbitraries.integers().between(0, 2).list().ofMaxSize(20))
                .as((text, kinds) -> {
                    var all = new java.util.ArrayList<Passage>();
                    all.add(new Passage(false, "1.", text));
                    for (int kind : kinds) {
                        all.add(
                                switch (kind) {
                                    case 0 -> new Passage(true, "", text);
                                    case 1 -> new Passage(false, "(a)", text);
                                    default -> new Passage(false, all.size() + 1 + ".", text);
                                });
                    }
                    return all;
                });
    }

    @Example
    void aParagraphWithoutANumberTakesTheNextAndNoNumberStandsTwice() {
        assertThat(Passage.read("# I. Scope\n7. First\n\nSecond\n(a) point"))
                .extracting(Passage::cited)
                .containsExactly("I. Scope", "7.", "8.", "(a)");
        assertThatThrownBy(() -> Passage.read("1. One\n1. Two")).isInstanceOf(StudyRefused.class);
        assertThatThrownBy(() -> Passage.read("# Only a heading")).isInstanceOf(StudyRefused.class);
    }

    @Example
    void commentsAreTakenInToTheEndOfTheLastDayAndNoLonger() {
        var draft = opened();
        assertThat(draft.standing(LAST)).isEqualTo(Standing.OPEN);
        assertThat(draft.standing(LAST.plusDays(1))).isEqualTo(Standing.CLOSED);
        assertThat(said(draft, LAST, "A wording").comments()).hasSize(1);
        assertThatThrownBy(() -> said(draft, LAST.plusDays(1), "A wording")).isInstanceOf(StudyRefused.class);
        assertThatThrownBy(() -> draft.extended(LAST, LAST)).isInstanceOf(StudyRefused.class);
        assertThat(draft.extended(LAST, LAST.plusDays(9)).standing(LAST.plusDays(9)))
                .isEqualTo(Standing.OPEN);
        assertThatThrownBy(() -> draft.worded("Other", "", draft.passages())).isInstanceOf(StudyRefused.class);
    }

    @Example
    void whatIsTakenAsWordedIsHowTheNextDraftBegins() {
        var draft = said(said(opened(), LAST, "Crime crosses borders often."), LAST, "Crime is everywhere.");
        var first = draft.answering(1, Outcome.TAKEN, "", "", "secretariat", NOW);
        assertThat(first.reads(0).text()).isEqualTo("Crime crosses borders often.");
        assertThatThrownBy(() -> first.answering(2, Outcome.NOT_TAKEN, " ", "", "secretariat", NOW))
                .isInstanceOf(StudyRefused.class);
        var both = first.answering(2, Outcome.NOT_TAKEN, "Not shown.", "Ignored", "secretariat", NOW.plusSeconds(1));

        assertThatThrownBy(() -> both.revised("next", LAST)).isInstanceOf(StudyRefused.class);
        var next = both.revised("next", LAST.plusDays(1));
        assertThat(next.passages().getFirst()).isEqualTo(new Passage(false, "1.", "Crime crosses borders often."));
        assertThat(next.comments()).isEmpty();
        assertThat(next.revises()).isEqualTo("study");
    }

    @Example
    void onlyWhoWroteACommentTakesItBack() {
        var draft = said(opened(), LAST, "A wording");
        assertThatThrownBy(() -> draft.withdrawing(LAST, 1, Party.state("NL"))).isInstanceOf(StudyRefused.class);
        var without = draft.withdrawing(LAST, 1, BRAZIL);
        assertThat(without.comments().getFirst().awaitsAnswer()).isFalse();
        assertThatThrownBy(() -> without.answering(1, Outcome.TAKEN, "", "", "secretariat", NOW))
                .isInstanceOf(StudyRefused.class);
    }

    private static StudyDraft opened() {
        return new StudyDraft(
                        "study",
                        "Study",
                        "",
                        "en",
                        "",
                        "",
                        Passage.read("1. Crime crosses borders.\n2. Evidence is lost."),
                        Optional.empty(),
                        List.of())
                .opening(NOW, LocalDate.parse("2027-01-10"), LAST);
    }

    private static StudyDraft said(StudyDraft draft, LocalDate today, String wording) {
        return draft.commenting(today, 0, BRAZIL, "", wording, false, NOW);
    }
}

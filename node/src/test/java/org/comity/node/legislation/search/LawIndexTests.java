package org.comity.node.legislation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.comity.law.LawBase;
import org.comity.node.legislation.search.LawEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawIndexTests {

    private static final LawIndex INDEX = LawIndex.of(LawBase.load());

    @ParameterizedTest
    @CsvSource({
        "Brazil, BR",
        "Brésil, BR",
        "Brasil, BR",
        "البرازيل, BR",
        "Бразилия, BR",
        "巴西, BR",
        "brezil, BR",
        "Germny, DE",
        "allemagne, DE",
        "Alemania, DE",
        "Германия, DE",
        "ألمانيا, DE",
        "德国, DE",
        "cote d'ivoire, CI",
        "côte d’ivoire, CI",
        "PT, PT",
        "prt, PT",
        "portu, PT"
    })
    void aStateIsFoundFirstByItsNameInEveryLanguageByItsBeginningByItsCodeAndWithASlip(String typed, String code) {
        assertThat(first(typed).path()).isEqualTo("/law/states/" + code);
    }

    @Test
    void inflectedWordsFindTheirStem() {
        assertThat(titles("preserving stored computers", Kind.PROVISION))
                .contains("Expedited preservation of stored computer data");
        assertThat(paths("державы Бразилией", Optional.empty())).contains("/law/states/BR");
    }

    @ParameterizedTest
    @CsvSource({"ets185:29", "ETS 185 art. 29", "ets 185 art 29"})
    void aProvisionIsFoundByItsIdAndItsCitation(String typed) {
        assertThat(paths(typed, Optional.of(Kind.PROVISION)).getFirst()).isEqualTo("/law/instruments/ets185#ets185:29");
    }

    @Test
    void provisionsStandBeforeNationalLawOnTheSameSubject() {
        assertThat(INDEX.find("expedited preservation stored data", Optional.empty(), 0, 3)
                        .entries())
                .extracting(LawEntry::kind)
                .containsOnly(Kind.PROVISION);
        assertThat(paths("expedited preservation budapest", Optional.empty()).subList(0, 2))
                .contains("/law/instruments/ets185#ets185:29");
    }

    @Test
    void anInstrumentIsFoundByTheNameThatPeopleUse() {
        assertThat(first("budapest convention").path()).isEqualTo("/law/instruments/ets185");
        assertThat(first("budapst convntion").path()).isEqualTo("/law/instruments/ets185");
    }

    @Test
    void nationalLawIsFoundByItsOriginalTitle() {
        assertThat(citations("lei do cibercrime", Kind.NATIONAL_LAW))
                .allSatisfy(citation -> assertThat(citation).startsWith("Portugal: Cybercrime Act"));
    }

    @Test
    void whatHasNotAllWordsIsShownAsSuchAndNothingAsNothing() {
        var some = INDEX.find("portugal zzzzzzzz", Optional.empty(), 0, 5);
        assertThat(some.loosely()).isTrue();
        assertThat(some.entries().getFirst().path()).isEqualTo("/law/states/PT");

        assertThat(INDEX.find("zzzzzzzz qqqqqqqq", Optional.empty(), 0, 5).total())
                .isZero();
        assertThat(INDEX.find("  ", Optional.empty(), 0, 5).total()).isZero();
    }

    @Test
    void anyInputIsOnlyWords() {
        for (String typed :
                List.of("a*", "title:x AND (", "\"", "+-&&||!(){}[]^~?\\/", "x".repeat(5000), "\u0000\uD800")) {
            assertThat(INDEX.find(typed, Optional.empty(), 0, 5).entries()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutRepetitionAndCountsAddUp() {
        var first = INDEX.find("access", Optional.empty(), 0, 20);
        var second = INDEX.find("access", Optional.empty(), 20, 20);

        assertThat(first.total())
                .isEqualTo(first.perKind().values().stream().mapToInt(n -> n).sum())
                .isGreaterThan(40);
        assertThat(second.entries()).hasSize(20).doesNotContainAnyElementsOf(first.entries());
        assertThat(INDEX.find("access", Optional.of(Kind.PROVISION), 0, 20).total())
                .isEqualTo(first.perKind().get(Kind.PROVISION));
    }

    private static LawEntry first(String typed) {
        var found = INDEX.find(typed, Optional.empty(), 0, 5);
        assertThat(found.entries()).as(typed).isNotEmpty();
        return found.entries().getFirst();
    }

    private static List<String> paths(String typed, Optional<Kind> kind) {
        return INDEX.find(typed, kind, 0, 20).entries().stream()
                .map(LawEntry::path)
                .toList();
    }

    private static List<String> titles(String typed, Kind kind) {
        return INDEX.find(typed, Optional.of(kind), 0, 20).entries().stream()
                .map(LawEntry::title)
                .toList();
    }

    private static List<String> citations(String typed, Kind kind) {
        return INDEX.find(typed, Optional.of(kind), 0, 5).entries().stream()
                .map(LawEntry::citation)
                .toList();
    }
}

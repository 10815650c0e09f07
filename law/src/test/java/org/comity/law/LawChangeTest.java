package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.junit.jupiter.api.Test;

/** What-if and reviewed changes: a law base in which another fact holds. */
class LawChangeTest {

    private static final LawBase LAW = LawBase.load();
    private static final StateCode KENYA = new StateCode("KE");
    private static final StateCode GERMANY = new StateCode("DE");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static Status accession(StateCode state, String instrument, LocalDate from) {
        return new Status(
                instrument,
                state,
                Status.Method.ACCESSION,
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.empty(),
                "test",
                DAY,
                Basis.RECALLED,
                "");
    }

    @Test
    void anAccessionBindsFromItsDayAndLeavesTheOriginalAsItIs() {
        LawBase changed = LAW.with(List.of(new LawChange.Tied(accession(KENYA, "ets185", DAY))));

        assertThat(changed.boundOn(KENYA, "ets185", DAY)).isTrue();
        assertThat(changed.boundOn(KENYA, "ets185", DAY.minusDays(1))).isFalse();
        assertThat(LAW.boundOn(KENYA, "ets185", DAY)).isFalse();
    }

    @Test
    void aWithdrawnReservationCountsUntilTheDayBefore() {
        LawBase changed = LAW.with(List.of(new LawChange.Withdrawn("ets185", GERMANY, "29(4)", DAY)));

        Declaration reservation = changed.declarationsOf(GERMANY).stream()
                .filter(d -> d.instrument().equals("ets185") && d.article().equals("29(4)"))
                .findFirst()
                .orElseThrow();
        assertThat(reservation.inForceOn(DAY.minusDays(1))).isTrue();
        assertThat(reservation.inForceOn(DAY)).isFalse();
    }

    @Test
    void whatWasNeverDeclaredCannotBeWithdrawn() {
        assertThatThrownBy(() -> LAW.with(List.of(new LawChange.Withdrawn("ets185", KENYA, "29(4)", DAY))))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("Kenya");
    }

    @Test
    void anInstrumentEntersIntoForceForThoseWhoConsented() {
        LawBase changed = LAW.with(List.of(new LawChange.EntersIntoForce("cets224", DAY, "test", DAY, Basis.RECALLED)));

        assertThat(LAW.boundOn(new StateCode("JP"), "cets224", DAY)).isFalse();
        assertThat(changed.boundOn(new StateCode("JP"), "cets224", DAY)).isTrue();
    }

    @Test
    void aNewOffenceStandsBesideTheOthersFromItsDay() {
        LawBase changed = LAW.with(List.of(new LawChange.Enacted(
                KENYA, Optional.of(act("new-act")), offence("ets185:2", "new-act", "1", Optional.of(DAY)))));

        assertThat(articles(changed, DAY)).contains("new-act 1");
        assertThat(articles(changed, DAY.minusDays(1))).doesNotContain("new-act 1");
        assertThat(articles(changed, DAY)).containsAll(articles(LAW, DAY));
    }

    @Test
    void anAmendedArticleEndsItsOlderFormOnTheDayItBegins() {
        LawBase first = LAW.with(List.of(new LawChange.Enacted(
                KENYA, Optional.of(act("new-act")), offence("ets185:2", "new-act", "1", Optional.empty()))));
        LawBase amended = first.with(List.of(
                new LawChange.Enacted(KENYA, Optional.empty(), offence("ets185:2", "new-act", "1", Optional.of(DAY)))));

        assertThat(articles(amended, DAY).stream().filter("new-act 1"::equals)).hasSize(1);
        assertThat(articles(amended, DAY.minusDays(1)).stream().filter("new-act 1"::equals))
                .hasSize(1);
    }

    @Test
    void aRepealedArticleAppliesUntilTheDayBefore() {
        LawBase enacted = LAW.with(List.of(new LawChange.Enacted(
                KENYA, Optional.of(act("new-act")), offence("ets185:2", "new-act", "1", Optional.empty()))));
        LawBase repealed =
                enacted.with(List.of(new LawChange.Repealed(KENYA, "ets185:2", "new-act", Optional.of("1"), DAY)));

        assertThat(articles(repealed, DAY.minusDays(1))).contains("new-act 1");
        assertThat(articles(repealed, DAY)).doesNotContain("new-act 1");
    }

    @Test
    void anActThatTheStateDoesNotHaveIsRefusedWithThoseItHas() {
        assertThatThrownBy(() -> LAW.with(List.of(new LawChange.Enacted(
                        KENYA, Optional.empty(), offence("ets185:2", "nowhere", "1", Optional.empty())))))
                .isInstanceOf(InvalidLawChangeException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("known are");
    }

    private static List<String> articles(LawBase law, LocalDate day) {
        return law.nationalLaw(KENYA).orElseThrow().on("ets185:2", day).stream()
                .map(p -> p.act() + " " + p.article().orElse(""))
                .toList();
    }

    private static Act act(String id) {
        return new Act(id, "Act", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static NationalProvision offence(String mapsTo, String act, String article, Optional<LocalDate> from) {
        return new NationalProvision(
                mapsTo,
                act,
                Optional.of(article),
                "Access",
                "Access without right.",
                Map.of(),
                false,
                Optional.of(24),
                Optional.empty(),
                false,
                "full",
                true,
                from,
                Optional.empty(),
                Optional.empty(),
                "test",
                Basis.RECALLED,
                Optional.empty(),
                "2026-11");
    }
}

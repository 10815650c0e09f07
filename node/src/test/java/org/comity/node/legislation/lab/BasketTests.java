package org.comity.node.legislation.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasketTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final LawBase LAW = LawBase.load();

    private final Reading reading = new Reading(LAW, DAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accede:KE:ets185",
                "accede:KE:ets185@2026-11-01",
                "in-force:cets224",
                "enact:KE:ets185:2@2027-01-01"
            })
    void whatIsReadIsWrittenTheSame(String text) {
        assertThat(Basket.read(List.of(text), DAY, reading).suppositions())
                .singleElement()
                .extracting(Supposition::text)
                .isEqualTo(text);
        assertThat(reading.refusals()).isEmpty();
    }

    @Test
    void everyReservationThatStandsCanBeWithdrawnByItsArticle() {
        var declaration = LAW.declarationsOf(StateCode.of("DE")).stream()
                .filter(d -> d.inForceOn(DAY) && d.kind().equals("reservation"))
                .findFirst()
                .orElseThrow();
        String text = "withdraw:DE:" + declaration.instrument() + ":" + declaration.article();
        Basket basket = Basket.read(List.of(text), DAY, reading);

        assertThat(LAW.with(basket.changes(LAW, DAY)).declarationsOf(StateCode.of("DE")))
                .filteredOn(d -> d.instrument().equals(declaration.instrument())
                        && d.article().equals(declaration.article()))
                .allMatch(d -> d.withdrawnBy(DAY));
    }

    @Test
    void anAccessionHoldsFromItsOwnDay() {
        Basket basket = Basket.read(List.of("accede:KE:ets185@2027-03-01"), DAY, reading);
        LawBase then = LAW.with(basket.changes(LAW, DAY));

        assertThat(then.boundOn(StateCode.of("KE"), "ets185", LocalDate.of(2027, 2, 28)))
                .isFalse();
        assertThat(then.boundOn(StateCode.of("KE"), "ets185", LocalDate.of(2027, 3, 1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accede",
                "accede:XX:ets185",
                "accede:KE:ets999",
                "accede:KE:ets185@soon",
                "withdraw:DE:ets185:99",
                "enact:KE:ets185:99",
                "secede:KE:ets185",
                ":::",
                "accede:PT:ets185"
            })
    void whatCannotBeSupposedIsRefusedAndLeftOut(String text) {
        assertThat(Basket.read(List.of(text), DAY, reading).isEmpty()).isTrue();
        assertThat(reading.refusals()).hasSize(1);
    }

    @Test
    void theAddressHoldsTheBasketInItsOrder() {
        LabQuestion question = LabQuestion.read(
                name -> Map.of("measure", "preserve", "on", "2026-11-01").getOrDefault(name, ""),
                List.of("accede:KE:ets185", "in-force:cets224@2027-01-01"),
                reading);

        assertThat(question.at("/law/lab/what-if"))
                .isEqualTo("/law/lab/what-if?measure=preserve&data=content&offence=ets185:2"
                        + "&suppose=accede:KE:ets185&suppose=in-force:cets224@2027-01-01");
        assertThat(question.without(question.basket().suppositions().getFirst())
                        .basket()
                        .suppositions())
                .extracting(Supposition::text)
                .containsExactly("in-force:cets224@2027-01-01");
    }
}

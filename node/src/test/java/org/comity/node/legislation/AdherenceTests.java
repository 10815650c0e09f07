package org.comity.node.legislation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.comity.law.LawBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdherenceTests {

    private static final LawBase LAW = LawBase.load();
    private static final LawRegister REGISTER = new LawRegister(() -> LAW);

    @ParameterizedTest
    @CsvSource({
        "BR, ets185, 2023-02-28, CONSENTED",
        "BR, ets185, 2023-03-01, BOUND",
        "DE, ets185, 2001-11-22, NOT_BOUND",
        "DE, ets185, 2001-11-23, SIGNED",
        "IE, ets185, 2002-02-27, NOT_BOUND",
        "IE, ets185, 2026-11-01, SIGNED",
        "PT, eu2023-1543, 2025-01-01, CONSENTED",
        "PT, eu2023-1543, 2026-08-18, BOUND",
        "BR, eu2023-1543, 2026-08-18, NOT_BOUND"
    })
    void aStateStandsWhereItHadComeByThatDay(String state, String instrument, LocalDate day, Adherence expected) {
        assertThat(adherence(state, instrument, day)).isEqualTo(expected);
    }

    @Test
    void nobodyIsBoundByWhatIsNotInForce() {
        assertThat(adherents("cets224", LocalDate.of(2024, 1, 1)))
                .extracting(Adherent::adherence)
                .doesNotContain(Adherence.BOUND)
                .contains(Adherence.SIGNED, Adherence.NOT_BOUND);
    }

    @Test
    void silenceIsNoProofOnceAnyStateCouldBeBound() {
        assertThat(adherents("ets185", LocalDate.of(2026, 1, 1)))
                .filteredOn(adherent -> adherent.bond().isEmpty())
                .isNotEmpty()
                .extracting(Adherent::adherence)
                .containsOnly(Adherence.UNKNOWN);
    }

    @Test
    void everyStateStandsSomewhereOnEveryDayForEveryInstrument() {
        for (var instrument : LAW.instruments()) {
            for (int year : IntStream.rangeClosed(2001, 2027).toArray()) {
                assertThat(adherents(instrument.id(), LocalDate.of(year, 12, 31)))
                        .as("%s in %s", instrument.id(), year)
                        .hasSameSizeAs(LAW.states())
                        .allMatch(adherent -> (adherent.adherence() == Adherence.BOUND)
                                == LAW.boundOn(adherent.state().code(), instrument.id(), LocalDate.of(year, 12, 31)));
            }
        }
    }

    private static Adherence adherence(String state, String instrument, LocalDate day) {
        return adherents(instrument, day).stream()
                .filter(adherent -> adherent.state().code().value().equals(state))
                .findFirst()
                .orElseThrow()
                .adherence();
    }

    private static List<Adherent> adherents(String instrument, LocalDate day) {
        return REGISTER.adherents(LAW.instrument(instrument).orElseThrow(), day);
    }
}

package org.comity.law.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.comity.law.source.DataFiles;
import org.comity.law.source.LawDataException;
import org.junit.jupiter.api.Test;

/** The shipped data on assistance is sound, and a fault in it is found by file and line. */
class AssistanceTest {

    private static final DataFiles SHIPPED = DataFiles.beside(Assistance.class, "data");

    private final Assistance assistance = Assistance.load();

    @Test
    void holdsProjectsTrainingsPracticesAndChannels() {
        assertThat(assistance.projects()).hasSizeGreaterThan(60);
        assertThat(assistance.trainings()).hasSizeGreaterThan(55);
        assertThat(assistance.practices()).hasSizeGreaterThan(38);
        assertThat(assistance.channels()).hasSizeGreaterThan(20);
        assertThat(assistance.maturity().dimensions()).hasSize(10);
    }

    @Test
    void aChannelIsOfAStateOfTheDataSet() {
        var law = LawBase.load();
        assertThat(assistance.channels())
                .allSatisfy(it -> assertThat(law.state(it.state())).isPresent());
    }

    @Test
    void nobodyIsCalledByTelephoneOrMail() {
        assertThat(assistance.channels().toString()).doesNotContain("@").doesNotContainPattern("\\+\\d{6}");
        assertThat(assistance.projects().toString()).doesNotContainPattern("\\w@\\w+\\.");
    }

    @Test
    void aRegionHoldsItsStates() {
        var law = LawBase.load();
        var ghana = law.state(StateCode.of("GH")).orElseThrow();
        assertThat(assistance.regions().get("africa").holds(ghana)).isTrue();
        assertThat(assistance.regions().get("global").holds(ghana)).isTrue();
        assertThat(assistance.regions().get("pacific").holds(ghana)).isFalse();
        assertThat(assistance.regions().values())
                .allSatisfy(region -> assertThat(law.states()).anyMatch(region::holds));
    }

    @Test
    void everyProvisionOfACriterionIsOfAKnownInstrument() {
        var law = LawBase.load();
        assertThat(assistance.maturity().criteria().flatMap(it -> it.provisions().stream()))
                .allSatisfy(
                        it -> assertThat(law.instrument(it.split(":", 2)[0])).isPresent());
    }

    @Test
    void aRowWithoutASourceIsNotVerified() {
        assertThatThrownBy(
                        () -> with("practices.csv", text -> text.replaceFirst("https://[^,]*,verified", ",verified")))
                .isInstanceOf(LawDataException.class)
                .hasMessageContaining("practices.csv:")
                .hasMessageContaining("recalled");
    }

    @Test
    void anUnknownThemeAndAnIdThatStandsTwiceAreRefused() {
        assertThatThrownBy(() -> with("practices.csv", text -> text.replaceFirst(",ppp,", ",pppp,")))
                .hasMessageContaining("pppp");
        assertThatThrownBy(() -> with("practices.csv", text -> text.replaceFirst("BP-02", "BP-01")))
                .hasMessageContaining("stands twice");
    }

    private static Assistance with(String name, UnaryOperator<String> change) {
        return Assistance.of(asked -> asked.equals(name)
                ? Optional.of(new StringReader(change.apply(SHIPPED.text(name))))
                : SHIPPED.find(asked));
    }
}

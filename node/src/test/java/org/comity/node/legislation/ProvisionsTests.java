package org.comity.node.legislation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.comity.law.Coverage;
import org.comity.law.LawBase;
import org.comity.law.ProvisionInLaw;
import org.comity.law.StateCode;
import org.comity.node.legislation.NationalLawByProvision.Own;
import org.junit.jupiter.api.Test;

class ProvisionsTests {

    private static final LawBase LAW = LawBase.load();
    private static final Provisions PROVISIONS = new Provisions(() -> LAW);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void everyStateStandsInOneListOrHasAnExample() {
        ProvisionProfile access = PROVISIONS.find("ets185:2", DAY).orElseThrow();
        Set<StateCode> covering = new HashSet<>();
        access.across().states().stream()
                .filter(row -> row.coverage() == Coverage.FULL || row.coverage() == Coverage.PARTIAL)
                .map(ProvisionInLaw::state)
                .forEach(covering::add);

        assertThat(covering.size()
                        + access.without().size()
                        + access.open().size()
                        + access.unread().size())
                .isEqualTo(LAW.states().size());
    }

    @Test
    void whatADrafterCanTrustMostComesFirst() {
        var examples = PROVISIONS.find("ets185:2", DAY).orElseThrow().examples();

        assertThat(examples.getFirst().entry().provision()).satisfies(provision -> {
            assertThat(provision.coverage()).isEqualTo("full");
            assertThat(provision.basis().code()).isEqualTo("verified");
        });
        assertThat(examples)
                .extracting(example -> example.entry().provision().coverage())
                .isSortedAccordingTo((a, b) -> Boolean.compare(b.equals("full"), a.equals("full")));
    }

    @Test
    void anotherTreatysWordForTheSameConductFindsTheSameLaws() {
        assertThat(PROVISIONS.find("uncc:7", DAY).orElseThrow().examples()).isNotEmpty();
    }

    @Test
    void aSubjectThatNoTreatyDescribesHasAPageToo() {
        assertThat(PROVISIONS.find("x:grooming", DAY).orElseThrow().subject()).isInstanceOf(Own.class);
    }

    @Test
    void whatIsNoProvisionIsNotFound() {
        assertThat(PROVISIONS.find("ets185:999", DAY)).isEmpty();
        assertThat(PROVISIONS.find("Brazil", DAY)).isEmpty();
    }
}

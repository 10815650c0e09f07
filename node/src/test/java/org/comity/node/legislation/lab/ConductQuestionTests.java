package org.comity.node.legislation.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Element;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.Offence;
import org.comity.law.StateCode;
import org.junit.jupiter.api.Test;

class ConductQuestionTests {

    private final ConductQuestion question = new ConductQuestion(
            StateCode.of("PT"),
            StateCode.of("BR"),
            Offence.of("ets185:2"),
            LocalDate.of(2026, 1, 1),
            false,
            Map.of(Element.SECURITY_BREACH, false),
            Optional.of(true));

    @Test
    void theAddressHoldsTheWholeQuestion() {
        assertThat(question.address())
                .isEqualTo("/law/dual-criminality?from=PT&to=BR&offence=ets185:2&on=2026-01-01&security-breach=no"
                        + "&attempt=yes");
    }

    @Test
    void theOtherWayRoundTheConductIsTheSame() {
        assertThat(question.reversed().facts()).isEqualTo(question.facts());
        assertThat(question.reversed().from()).isEqualTo(StateCode.of("BR"));
    }

    @Test
    void whatIsLearntTakesThePlaceOfWhatWasKnown() {
        assertThat(question.knowing(Element.SECURITY_BREACH, true).facts().said())
                .containsExactly("security-breached", "attempted");
    }

    @Test
    void aFactIsNotOfferedThatContradictsAnother() {
        ConductQuestion harmless = question.knowing(Element.HARM, false);

        assertThat(harmless.allows(Element.SERIOUS_HARM, true)).isFalse();
        assertThat(harmless.allows(Element.SERIOUS_HARM, false)).isTrue();
        assertThatThrownBy(() -> harmless.knowing(Element.SERIOUS_HARM, true).facts())
                .isInstanceOf(InvalidRouteQueryException.class);
    }
}

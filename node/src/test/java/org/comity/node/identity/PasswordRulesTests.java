package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTests {

    @ParameterizedTest
    @CsvSource({
        "eleven char, password-short",
        "PassWord and more, password-worn",
        "aaaaaaaaaaaaaaaa, password-worn",
        "xx 1234567890 xx, password-worn",
        "now duty.officer is here, password-name"
    })
    void whatAnybodyTriesFirstIsNoPassword(String password, String why) {
        assertThat(PasswordRules.whyRefused(password, "Duty.Officer")).contains("identity.refused." + why);
    }

    @Test
    void aPhraseIsGoodAsItIs() {
        assertThat(PasswordRules.whyRefused("three calm horses", "duty.officer"))
                .isEmpty();
    }

    @Test
    void aPasswordHasAnEnd() {
        assertThat(PasswordRules.whyRefused("three calm horses ".repeat(20), "duty.officer"))
                .contains("identity.refused.password-long");
    }
}

package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTests {

    /** "12345678901234567890" in Base32: the key of RFC 6238 appendix B. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** RFC 6238 appendix B, SHA-1, the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void givesTheCodesOfTheRfc(long second, String code) {
        assertThat(TimeCode.now(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void takesACodeThatIsOneStepOffAndNoOther() {
        Instant now = Instant.parse("2026-11-22T03:00:10Z");
        String code = TimeCode.now(RFC_SECRET, now);

        assertThat(TimeCode.match(RFC_SECRET, code, now.plusSeconds(30))).isPresent();
        assertThat(TimeCode.match(RFC_SECRET, code, now.minusSeconds(30))).isPresent();
        assertThat(TimeCode.match(RFC_SECRET, code, now.plusSeconds(90))).isEmpty();
        assertThat(TimeCode.match(RFC_SECRET, "12345", now)).isEmpty();
        assertThat(TimeCode.match(RFC_SECRET, "abcdef", now)).isEmpty();
    }

    @Test
    void aNewSecretHas160BitsAndWorksWithSpaces() {
        String secret = TimeCode.newSecret(new SecureRandom());
        Instant now = Instant.parse("2026-11-22T03:00:10Z");

        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(TimeCode.now(secret.replaceAll("(.{4})", "$1 "), now)).isEqualTo(TimeCode.now(secret, now));
    }

    @Test
    void aSecretWithOtherSignsIsRefusedInWords() {
        assertThatThrownBy(() -> TimeCode.now("A1B!", Instant.EPOCH)).hasMessageContaining("A to Z and 2 to 7");
    }
}

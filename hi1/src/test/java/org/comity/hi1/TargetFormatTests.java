package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFormatTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    E164                | +351 912 345 678            | 351912345678
                    E164                | 00351-912.345(678)          | 351912345678
                    IPV6                | ::1                         | 0000:0000:0000:0000:0000:0000:0000:0001
                    IPV6                | ::                          | 0000:0000:0000:0000:0000:0000:0000:0000
                    IPV6                | 2001:DB8::                  | 2001:0db8:0000:0000:0000:0000:0000:0000
                    IPV6                | 2001:db8::8:800:200c:417a   | 2001:0db8:0000:0000:0008:0800:200c:417a
                    IPV6                | ::ffff:192.0.2.1            | 0000:0000:0000:0000:0000:ffff:c000:0201
                    IPV6                | 1:2:3:4:5:6:7:8             | 0001:0002:0003:0004:0005:0006:0007:0008
                    IPV6_NETWORK        | 2001:db8::/32               | 2001:0db8:0000:0000:0000:0000:0000:0000/32
                    IPV4                | 192.0.2.1                   | 192.0.2.1
                    IPV4_NETWORK        | 192.0.2.0/24                | 192.0.2.0/24
                    IP_AND_PORT         | 192.0.2.1:443               | 192.0.2.1:443
                    IP_AND_PORT         | [2001:db8::1]:0443          | [2001:0db8:0000:0000:0000:0000:0000:0001]:443
                    MAC                 | 00-00-5E-00-53-01           | 00:00:5e:00:53:01
                    MAC                 | 0000.5e00.5301              | 00:00:5e:00:53:01
                    IMEI_CHECK_DIGIT    | 49-015420-323751-8          | 490154203237518
                    IMEI                | 490154 20 323751            | 49015420323751
                    EMAIL               | Some.One@Example.ORG        | Some.One@example.org
                    EMAIL               | someone@bücher.example      | someone@xn--bcher-kva.example
                    INTERNATIONAL_EMAIL | jürgen@bücher.example       | jürgen@xn--bcher-kva.example
                    DOMAIN              | BÜCHER.example.             | xn--bcher-kva.example
                    URL                 | HTTPS://Example.ORG/Path?Q  | https://example.org/Path?Q
                    ACCOUNT             |  @Some One                  | @Some One
                    """)
    void whatAPersonTypesBecomesTheFormThatTravels(TargetFormat format, String typed, String travels) {
        var target = format.normalise(typed);
        assertThat(target.value()).isEqualTo(travels);
        assertThat(target.asGiven()).isEqualTo(typed);
        assertThat(format.accepts(travels)).isTrue();
        assertThat(target.toRequestValue()).isEqualTo(new RequestValue(format.type(), travels));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    E164             | 912 345 678            | country code first
                    E164             | +351 912 345 678 90123 | at most 15 digits
                    E164             | +0351                  | country code first
                    IPV6             | 2001:db8:::1           | may stand once
                    IPV6             | 1::2::3                | may stand once
                    IPV6             | 1:2:3:4:5:6:7          | eight groups
                    IPV6             | 1:2:3:4:5:6:7:8:9      | eight groups
                    IPV6             | 1:2:3:4::5:6:7:8       | stands for nothing
                    IPV6             | fe80::1%eth0           | after %
                    IPV6             | 12345::                | one to four hexadecimal
                    IPV6             | 1:2:3:4:5:6:7:1.2.3.4  | eight groups
                    IPV6_NETWORK     | 2001:db8::/129         | from 1 to 128
                    IPV6_NETWORK     | 2001:db8::             | ends with /
                    IPV4             | 192.0.2.256            | from 0 to 255
                    IPV4             | 192.0.2                | four numbers
                    IPV4             | 192.0.2.010            | without leading zeros
                    IPV4_NETWORK     | 192.0.2.0/33           | from 0 to 32
                    IP_AND_PORT      | 192.0.2.1              | address with port
                    IP_AND_PORT      | 192.0.2.1:70000        | address with port
                    MAC              | 00:00:5e:00:53         | six pairs
                    IMEI_CHECK_DIGIT | 490154203237517        | a digit is wrong
                    IMEI             | 4901542032375          | 14 digits
                    EMAIL            | someone                | no e-mail address
                    EMAIL            | some one@example.org   | no e-mail address
                    EMAIL            | jürgen@example.org     | EmailAddress
                    DOMAIN           | localhost              | Domain
                    DOMAIN           | -bad-.example          | domain name
                    URL              | ftp://example.org      | http:// or https://
                    URL              | https:///path          | web address
                    URL              | https://exa mple.org   | web address
                    """)
    void whatMakesNoSenseIsRefusedWithASentence(TargetFormat format, String typed, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.normalise(typed))
                .withMessageContaining(sentence);
    }

    @Test
    void aValueWhoseFormatWeKnowIsInThatFormat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestValue(TargetFormat.IPV6.type(), "::1"))
                .withMessageContaining("IPv6Address");
        assertThat(new RequestValue(new FormatType("XX", "Own"), "::1").value()).isEqualTo("::1");
    }

    @Property
    void everyIpv6AddressComesBackFromItsEightGroups(@ForAll @Size(8) short[] groups) {
        var full = new StringBuilder();
        var brief = new StringBuilder();
        for (short group : groups) {
            full.append(full.isEmpty() ? "" : ":").append("%04x".formatted(group));
            brief.append(brief.isEmpty() ? "" : ":").append("%X".formatted(group));
        }
        assertThat(TargetFormat.IPV6.normalise(brief.toString()).value()).isEqualTo(full.toString());
        assertThat(TargetFormat.IPV6.normalise(full.toString()).value()).isEqualTo(full.toString());
    }

    @Property
    void whatIsAcceptedTravelsAndNothingElseBreaksTheNormaliser(@ForAll TargetFormat format, @ForAll String typed) {
        try {
            assertThat(format.accepts(format.normalise(typed).value())).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}

package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyPreservation;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Identifier.Kind;
import org.comity.node.cooperation.wire.WireIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, ' shadow.market ', shadow.market",
        "EMAIL, Someone@Example.ORG, Someone@example.org",
        "URL, HTTPS://Example.org/Path, https://example.org/Path",
        "PHONE, +351 912 345 678, 351912345678",
        "IMEI, 49-015420-323751-8, 490154203237518",
        "DOMAIN, Example.ORG, example.org",
    })
    void isKeptInTheFormThatTravels(Kind kind, String typed, String kept) {
        assertThat(Identifier.read(kind, typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, someone.example.org",
        "URL, example.org",
        "PHONE, 0912 345 678",
        "IMEI, 490154203237517",
        "DOMAIN, not a domain",
        "IP, 300.1.2.3",
        "ACCOUNT, ' '",
    })
    void isRefusedWithWhatToWriteInstead(Kind kind, String typed) {
        assertThatThrownBy(() -> Identifier.read(kind, typed, "2026-03-01T14:05:00Z", ""))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageMatching("(?s).*(like|Write|the name|digits).*");
    }

    @Test
    void anAddressNeedsItsMomentWithTheZone() {
        assertThatThrownBy(() -> Identifier.read(Kind.IP, "192.0.2.1", "2026-03-01T14:05:00", ""))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("time zone");
        assertThatThrownBy(() -> Identifier.read(Kind.IP, "192.0.2.1", "", ""))
                .isInstanceOf(ActRefused.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "http", "-1"})
    void aPortIsANumberOfAPort(String port) {
        assertThatThrownBy(() -> Identifier.read(Kind.IP, "192.0.2.1", "2026-03-01T14:05:00Z", port))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("65535");
    }

    @Property
    void everyIdentifierComesBackFromTheWireAsItWas(@ForAll("identifiers") Identifier identifier) {
        var items = WireIdentifiers.item(identifier).map(List::of).orElse(List.<TreatyPreservation.Item>of());
        assertThat(WireIdentifiers.read(WireIdentifiers.value(identifier), items))
                .isEqualTo(identifier);
    }

    @Property
    void everyIdentifierComesBackFromTheDatabaseAsItWas(@ForAll("identifiers") Identifier identifier) {
        var data = DataWanted.NOTHING_YET.withIdentifiers(List.of(identifier));
        assertThat(StoredJson.read(StoredJson.write(data), DataWanted.class)).isEqualTo(data);
    }

    @Provide
    Arbitrary<Identifier> identifiers() {
        var words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
        var digits = Arbitraries.strings().numeric();
        var numbers = Arbitraries.integers().between(0, 255);
        var moments = Arbitraries.integers()
                .between(0, 86_399)
                .map(second -> QualifiedDateTime.parse("2026-03-01T00:00:00-03:00")
                        .value()
                        .plusSeconds(second));
        var ports = Arbitraries.integers().between(1, 65_535).optional();
        Arbitrary<Identifier> addresses = Combinators.combine(numbers, numbers, moments, ports)
                .as((third, fourth, at, port) ->
                        new Identifier.IpAddress("192.0.%d.%d".formatted(third, fourth), at, port));
        Arbitrary<Identifier> longAddresses = Combinators.combine(numbers, moments, ports)
                .as((last, at, port) ->
                        new Identifier.IpAddress("2001:0db8:0000:0000:0000:0000:0000:%04x".formatted(last), at, port));
        return Arbitraries.oneOf(
                words.map(Identifier.Account::new),
                words.map(it -> new Identifier.Email(it + "@example.org")),
                words.map(it -> new Identifier.Url("https://example.org/" + it)),
                words.map(it -> new Identifier.Domain(it.toLowerCase(java.util.Locale.ROOT) + ".example")),
                digits.ofMinLength(6).ofMaxLength(15).map(Identifier.Phone::new),
                digits.ofLength(14).map(Identifier.Imei::new),
                addresses,
                longAddresses);
    }
}

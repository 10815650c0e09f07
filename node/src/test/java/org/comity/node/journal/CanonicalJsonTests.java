package org.comity.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalJsonTests {

    @Example
    void keysAreSortedAtEveryDepthAndNothingIsAdded() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", List.of(true, "é"));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("until", Instant.parse("2027-01-21T00:00:00Z"));
        details.put("inner", inner);

        String written = CanonicalJson.write(details);

        assertThat(written).isEqualTo("{\"until\":\"2027-01-21T00:00:00Z\",\"inner\":{\"z\":1,\"a\":[true,\"é\"]}}");
        assertThat(CanonicalJson.canonical(written))
                .isEqualTo("{\"inner\":{\"a\":[true,\"é\"],\"z\":1},\"until\":\"2027-01-21T00:00:00Z\"}");
    }

    @Property
    void theCanonicalFormDoesNotDependOnTheOrderOfKeys(@ForAll("facts") Map<String, Object> facts) {
        Map<String, Object> reversed = new LinkedHashMap<>();
        List.copyOf(facts.keySet()).reversed().forEach(key -> reversed.put(key, facts.get(key)));
        String canonical = CanonicalJson.canonical(CanonicalJson.write(facts));
        assertThat(CanonicalJson.canonical(CanonicalJson.write(reversed))).isEqualTo(canonical);
        assertThat(CanonicalJson.canonical(canonical)).isEqualTo(canonical);
    }

    @Property
    void aCommitmentIsTheSameAfterTheDetailsWereStoredAndReadBack(@ForAll("facts") Map<String, Object> facts) {
        Details.Kept kept = Details.Kept.of(facts, new SecureRandom());
        assertThat(new Details.Kept(kept.json(), kept.salt()).commitment()).isEqualTo(kept.commitment());
    }

    @Example
    void whatJsonCannotCarryIsRefusedClearly() {
        Map<String, Object> circle = new LinkedHashMap<>();
        circle.put("self", circle);
        assertThatThrownBy(() -> CanonicalJson.write(circle)).hasMessageContaining("cannot be written as JSON");
    }

    @Provide
    Arbitrary<Map<String, Object>> facts() {
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings().alpha().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.bigDecimals().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), values).ofMaxSize(6);
    }
}

package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DictionaryTests {

    static Stream<Class<? extends Term>> dictionaries() {
        return Stream.of(
                ObjectType.class,
                AuthorisationLegalType.class,
                AuthorisationPriority.class,
                AuthorisationStatus.class,
                AuthorisationDesiredStatus.class,
                AuthorisationFlag.class,
                AuthorisationTypeOfCase.class,
                DocumentStatus.class,
                DocumentDesiredStatus.class,
                DocumentType.class,
                NotificationType.class,
                LPTaskStatus.class,
                LPTaskDesiredStatus.class,
                LDTaskStatus.class,
                LDTaskDesiredStatus.class,
                LDTaskFlag.class,
                LDHandoverFormat.class,
                TDTaskStatus.class,
                TDTaskDesiredStatus.class,
                DeliveryStatus.class,
                DeliveryDesiredStatus.class,
                ManifestSpecification.class,
                LIWorkflowEndpoint.class,
                LPWorkflowEndpoint.class,
                RequestType.class);
    }

    @ParameterizedTest
    @MethodSource("dictionaries")
    void holdsTheValuesOfTheStandard(Class<? extends Term> dictionary) throws Exception {
        var listing = Files.readString(Conformance.example("etsi-hi1/dictionaries.yaml"));
        var values =
                Arrays.stream(dictionary.getEnumConstants()).map(Term::token).collect(Collectors.joining(", "));
        assertThat(listing).contains("  %s: [%s]".formatted(dictionary.getSimpleName(), values));
    }

    @Test
    void aValueOfAnotherOwnerIsNoTermOfTheStandard() {
        assertThat(LPTaskStatus.PRESERVED.entry().as(LPTaskStatus.class)).contains(LPTaskStatus.PRESERVED);
        assertThat(new DictionaryEntry("XX", "LPTaskStatus", "Preserved").as(LPTaskStatus.class))
                .isEmpty();
        assertThat(new DictionaryEntry("ETSI", "LPTaskStatus", "preserved").as(LPTaskStatus.class))
                .isEmpty();
        assertThat(LPTaskDesiredStatus.PRESERVED.entry().as(LPTaskStatus.class)).isEmpty();
    }
}

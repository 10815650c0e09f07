package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;

/** What came of one action. */
public sealed interface ActionResponse {

    static Created created(UUID identifier) {
        return new Created(identifier, Optional.empty());
    }

    static Updated updated(UUID identifier) {
        return new Updated(identifier, Optional.empty());
    }

    static Failed failed(ErrorCode code, String description) {
        return new Failed(ErrorInformation.of(code, description));
    }

    record Got(HI1Object object) implements ActionResponse {}

    record Created(UUID identifier, Optional<HI1Object> object) implements ActionResponse {}

    record Updated(UUID identifier, Optional<HI1Object> object) implements ActionResponse {}

    record Listed(java.util.List<Listing> records) implements ActionResponse {
        public Listed {
            records = java.util.List.copyOf(records);
        }
    }

    record Delivered(UUID identifier) implements ActionResponse {}

    record Configured(CspConfig configuration) implements ActionResponse {}

    record Failed(ErrorInformation error) implements ActionResponse {}

    /** One object in the answer to {@link ActionRequest.List}. */
    record Listing(
            DictionaryEntry objectType,
            UUID identifier,
            Optional<CountryCode> country,
            Optional<String> owner,
            int generation,
            Optional<String> externalIdentifier,
            Optional<QualifiedDateTime> lastChanged) {

        public Listing {
            owner.ifPresent(it -> Text.shortString("owner identifier", it));
            Text.longString("external identifier", externalIdentifier);
            HI1Object.Base.checkGeneration(generation);
        }
    }
}

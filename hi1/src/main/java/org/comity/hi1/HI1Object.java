package org.comity.hi1;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An object of TS 103 120. */
public sealed interface HI1Object
        permits AuthorisationObject,
                DocumentObject,
                LDTaskObject,
                LPTaskObject,
                TDTaskObject,
                DeliveryObject,
                NotificationObject,
                ForeignObject {

    Base base();

    default UUID identifier() {
        return base().identifier();
    }

    /**
     * What every object has. The generation is raised with each change and serves as an optimistic lock; an empty list of
     * associated objects is written as none.
     */
    record Base(
            UUID identifier,
            Optional<CountryCode> country,
            Optional<String> owner,
            Optional<Integer> generation,
            Optional<String> externalIdentifier,
            List<UUID> associatedObjects,
            Optional<QualifiedDateTime> lastChanged,
            Optional<ForeignParameters> nationalHandling) {

        public Base {
            owner.ifPresent(it -> Text.shortString("owner identifier", it));
            generation.ifPresent(Base::checkGeneration);
            Text.longString("external identifier", externalIdentifier);
            associatedObjects = List.copyOf(associatedObjects);
        }

        static void checkGeneration(int generation) {
            if (generation < 0) {
                throw new IllegalArgumentException("a generation is not negative, but this one is " + generation);
            }
        }
    }
}

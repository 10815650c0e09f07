package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;

/** What the sender asks to be done. There is no deletion: an object is cancelled by its desired status. */
public sealed interface ActionRequest {

    static Create create(HI1Object object) {
        return new Create(object);
    }

    static Update update(HI1Object object) {
        return new Update(object);
    }

    static Get get(UUID identifier) {
        return new Get(identifier);
    }

    static Deliver deliver(HI1Object object) {
        return new Deliver(object.identifier(), object);
    }

    static GetCspConfig getCspConfig() {
        return new GetCspConfig();
    }

    record Get(UUID identifier) implements ActionRequest {}

    record Create(HI1Object object) implements ActionRequest {}

    /** A merge field by field: what is not sent stays as it is. */
    record Update(HI1Object object) implements ActionRequest {}

    record List(
            Optional<DictionaryEntry> objectType,
            Optional<QualifiedDateTime> lastChanged,
            Optional<Timespan> lastChangedTimespan,
            Optional<Integer> maximumObjectCount,
            Optional<DictionaryEntry> status,
            Optional<CountryCode> country)
            implements ActionRequest {

        public List {
            if (maximumObjectCount.filter(it -> it < 1).isPresent()) {
                throw new IllegalArgumentException("the maximum object count must be at least 1");
            }
        }

        public static List everything() {
            return new List(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    record Deliver(UUID identifier, HI1Object object) implements ActionRequest {}

    /** What can you do, and for which identifiers? */
    record GetCspConfig() implements ActionRequest {}
}

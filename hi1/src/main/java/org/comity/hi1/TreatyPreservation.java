package org.comity.hi1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a treaty request says about the data to be preserved (ETS 185 art. 29(2)). */
public record TreatyPreservation(
        CountryCode country,
        Kind kind,
        Optional<String> previousReference,
        List<String> categories,
        String relation,
        Optional<String> custodian,
        Optional<String> custodianKind,
        Optional<String> location,
        List<Item> items,
        Optional<LocalDate> expectedDeletion,
        Optional<Boolean> partialDisclosure)
        implements NationalLPTaskingParameters {

    public TreatyPreservation {
        previousReference.ifPresent(it -> Text.shortString("previous reference", it));
        categories = Text.atLeastOne("data category", categories);
        Text.longString("relation to the offence", relation);
        Text.longString("custodian", custodian);
        custodianKind.ifPresent(it -> Token.check("kind of custodian", it));
        Text.longString("location", location);
        items = List.copyOf(items);
        categories.forEach(it -> Token.check("data category", it));
        expectedDeletion.ifPresent(Moments::check);
    }

    public static Builder builder(CountryCode country, Kind kind, String relation) {
        return new Builder(country, kind, relation);
    }

    public static final class Builder {

        private final CountryCode country;
        private final Kind kind;
        private final String relation;
        private @Nullable String previousReference;
        private final List<String> categories = new ArrayList<>();
        private @Nullable String custodian;
        private @Nullable String custodianKind;
        private @Nullable String location;
        private final List<Item> items = new ArrayList<>();
        private @Nullable LocalDate expectedDeletion;
        private @Nullable Boolean partialDisclosure;

        private Builder(CountryCode country, Kind kind, String relation) {
            this.country = country;
            this.kind = kind;
            this.relation = relation;
        }

        public Builder previousReference(String previousReference) {
            this.previousReference = previousReference;
            return this;
        }

        public Builder category(String category) {
            categories.add(category);
            return this;
        }

        public Builder custodian(String custodian) {
            this.custodian = custodian;
            return this;
        }

        public Builder custodianKind(String custodianKind) {
            this.custodianKind = custodianKind;
            return this;
        }

        public Builder location(String location) {
            this.location = location;
            return this;
        }

        public Builder item(Item item) {
            items.add(item);
            return this;
        }

        public Builder expectedDeletion(LocalDate expectedDeletion) {
            this.expectedDeletion = expectedDeletion;
            return this;
        }

        public Builder partialDisclosure(Boolean partialDisclosure) {
            this.partialDisclosure = partialDisclosure;
            return this;
        }

        public TreatyPreservation build() {
            return new TreatyPreservation(
                    country,
                    kind,
                    Optional.ofNullable(previousReference),
                    categories,
                    relation,
                    Optional.ofNullable(custodian),
                    Optional.ofNullable(custodianKind),
                    Optional.ofNullable(location),
                    items,
                    Optional.ofNullable(expectedDeletion),
                    Optional.ofNullable(partialDisclosure));
        }
    }

    /** Whether data are to be preserved for the first time or for longer. */
    public enum Kind {
        NEW("new"),
        EXTENSION("extension");

        private final String token;

        Kind(String token) {
            this.token = token;
        }

        public String token() {
            return token;
        }
    }

    /** Particulars of one identifier among the task's request values: as first given, and the time wanted. */
    public record Item(
            RequestValue identifier,
            Optional<String> asGiven,
            Optional<QualifiedDateTime> from,
            Optional<QualifiedDateTime> until) {

        public Item {
            Text.longString("identifier as given", asGiven);
            Timespan.check(from, until);
        }
    }
}

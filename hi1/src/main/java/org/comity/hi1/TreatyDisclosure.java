package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a treaty request or an order says about the data to be disclosed. */
public record TreatyDisclosure(
        CountryCode country,
        List<String> categories,
        String relation,
        Optional<String> custodian,
        Optional<String> custodianKind,
        Optional<String> location,
        List<TreatyPreservation.Item> items,
        Optional<String> procedure,
        List<String> conditions)
        implements NationalLDTaskingParameters {

    public TreatyDisclosure {
        Text.longString("relation to the offence", relation);
        Text.longString("custodian", custodian);
        custodianKind.ifPresent(it -> Token.check("kind of custodian", it));
        Text.longString("location", location);
        items = List.copyOf(items);
        Text.longString("procedure to follow", procedure);
        conditions = List.copyOf(conditions);
        categories = Text.atLeastOne("data category", categories);
        categories.forEach(it -> Token.check("data category", it));
        conditions.forEach(it -> Text.longString("condition", it));
    }

    public static Builder builder(CountryCode country, String relation) {
        return new Builder(country, relation);
    }

    public static final class Builder {

        private final CountryCode country;
        private final List<String> categories = new ArrayList<>();
        private final String relation;
        private @Nullable String custodian;
        private @Nullable String custodianKind;
        private @Nullable String location;
        private final List<TreatyPreservation.Item> items = new ArrayList<>();
        private @Nullable String procedure;
        private final List<String> conditions = new ArrayList<>();

        private Builder(CountryCode country, String relation) {
            this.country = country;
            this.relation = relation;
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

        public Builder item(TreatyPreservation.Item item) {
            items.add(item);
            return this;
        }

        public Builder procedure(String procedure) {
            this.procedure = procedure;
            return this;
        }

        public Builder condition(String condition) {
            conditions.add(condition);
            return this;
        }

        public TreatyDisclosure build() {
            return new TreatyDisclosure(
                    country,
                    categories,
                    relation,
                    Optional.ofNullable(custodian),
                    Optional.ofNullable(custodianKind),
                    Optional.ofNullable(location),
                    items,
                    Optional.ofNullable(procedure),
                    conditions);
        }
    }
}

package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which data a preservation is about: their kind, their time and the identifiers that lead to them. */
public record RequestDetails(
        Optional<DictionaryEntry> type,
        Optional<QualifiedDateTime> start,
        Optional<QualifiedDateTime> end,
        List<RequestValue> values,
        List<DictionaryEntry> subtypes,
        Optional<DictionaryEntry> targetIdentifierSubtype) {

    public RequestDetails {
        values = List.copyOf(values);
        subtypes = List.copyOf(subtypes);
        Timespan.check(start, end);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {

        private @Nullable DictionaryEntry type;
        private @Nullable QualifiedDateTime start;
        private @Nullable QualifiedDateTime end;
        private final List<RequestValue> values = new ArrayList<>();
        private final List<DictionaryEntry> subtypes = new ArrayList<>();
        private @Nullable DictionaryEntry targetIdentifierSubtype;

        private Builder() {}

        public Builder type(RequestType type) {
            return type(type.entry());
        }

        public Builder type(DictionaryEntry type) {
            this.type = type;
            return this;
        }

        public Builder start(QualifiedDateTime start) {
            this.start = start;
            return this;
        }

        public Builder end(QualifiedDateTime end) {
            this.end = end;
            return this;
        }

        public Builder value(RequestValue value) {
            values.add(value);
            return this;
        }

        public Builder subtype(DictionaryEntry subtype) {
            subtypes.add(subtype);
            return this;
        }

        public Builder targetIdentifierSubtype(DictionaryEntry targetIdentifierSubtype) {
            this.targetIdentifierSubtype = targetIdentifierSubtype;
            return this;
        }

        public RequestDetails build() {
            return new RequestDetails(
                    Optional.ofNullable(type),
                    Optional.ofNullable(start),
                    Optional.ofNullable(end),
                    values,
                    subtypes,
                    Optional.ofNullable(targetIdentifierSubtype));
        }
    }
}

package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which data a disclosure is about: their kind, their time and the identifiers that lead to them. */
public record LDRequestDetails(
        Optional<DictionaryEntry> type,
        Optional<QualifiedDateTime> start,
        Optional<QualifiedDateTime> end,
        Optional<QualifiedDateTime> observedTime,
        List<QualifiedDateTime> observedTimes,
        List<RequestValue> values,
        List<DictionaryEntry> subtypes,
        Optional<DictionaryEntry> targetIdentifierSubtype) {

    public LDRequestDetails {
        observedTimes = List.copyOf(observedTimes);
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
        private @Nullable QualifiedDateTime observedTime;
        private final List<QualifiedDateTime> observedTimes = new ArrayList<>();
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

        public Builder observedTime(QualifiedDateTime observedTime) {
            this.observedTime = observedTime;
            return this;
        }

        public Builder observedAt(QualifiedDateTime observedAt) {
            observedTimes.add(observedAt);
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

        public LDRequestDetails build() {
            return new LDRequestDetails(
                    Optional.ofNullable(type),
                    Optional.ofNullable(start),
                    Optional.ofNullable(end),
                    Optional.ofNullable(observedTime),
                    observedTimes,
                    values,
                    subtypes,
                    Optional.ofNullable(targetIdentifierSubtype));
        }
    }
}

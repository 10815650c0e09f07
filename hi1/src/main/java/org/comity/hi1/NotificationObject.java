package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News about other objects: what changed, when, and where they stand now. */
public record NotificationObject(
        Base base,
        Optional<String> details,
        Optional<DictionaryEntry> type,
        Optional<Boolean> isNew,
        Optional<QualifiedDateTime> timestamp,
        List<ObjectStatus> statuses,
        Optional<NationalNotificationParameters> national)
        implements HI1Object {

    public NotificationObject {
        Text.longString("notification details", details);
        statuses = List.copyOf(statuses);
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable String details;
        private @Nullable DictionaryEntry type;
        private @Nullable Boolean isNew;
        private @Nullable QualifiedDateTime timestamp;
        private final List<ObjectStatus> statuses = new ArrayList<>();
        private @Nullable NationalNotificationParameters national;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(NotificationObject it) {
            from(it.base);
            details = it.details().orElse(null);
            type = it.type().orElse(null);
            isNew = it.isNew().orElse(null);
            timestamp = it.timestamp().orElse(null);
            statuses.addAll(it.statuses());
            national = it.national().orElse(null);
            return this;
        }

        public Builder details(String details) {
            this.details = details;
            return this;
        }

        public Builder type(NotificationType type) {
            return type(type.entry());
        }

        public Builder type(DictionaryEntry type) {
            this.type = type;
            return this;
        }

        public Builder isNew(Boolean isNew) {
            this.isNew = isNew;
            return this;
        }

        public Builder timestamp(QualifiedDateTime timestamp) {
            this.timestamp = timestamp;
            return this;
        }

        public Builder statusOf(ObjectStatus statusOf) {
            statuses.add(statusOf);
            return this;
        }

        public Builder national(NationalNotificationParameters national) {
            this.national = national;
            return this;
        }

        @Override
        public NotificationObject build() {
            return new NotificationObject(
                    base(),
                    Optional.ofNullable(details),
                    Optional.ofNullable(type),
                    Optional.ofNullable(isNew),
                    Optional.ofNullable(timestamp),
                    statuses,
                    Optional.ofNullable(national));
        }
    }

    /** Where one associated object stands. */
    public record ObjectStatus(UUID object, DictionaryEntry status, Optional<String> details) {
        public ObjectStatus {
            Text.longString("status details", details);
        }

        public static ObjectStatus of(UUID object, Term status) {
            return new ObjectStatus(object, status.entry(), Optional.empty());
        }
    }
}

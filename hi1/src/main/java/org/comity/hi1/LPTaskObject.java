package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A preservation: which data are to be kept, until when, and what came of it. */
public record LPTaskObject(
        Base base,
        Optional<DictionaryEntry> status,
        Optional<ErrorInformation> statusReason,
        Optional<DictionaryEntry> desiredStatus,
        Optional<RequestDetails> request,
        Optional<QualifiedDateTime> desiredExpiration,
        Optional<QualifiedDateTime> expiration,
        Optional<EndpointId> provider,
        Optional<NationalLPTaskingParameters> national)
        implements HI1Object {

    /** Asks that data be preserved. */
    public static Builder preserve(UUID identifier) {
        return builder(identifier).desiredStatus(LPTaskDesiredStatus.PRESERVED);
    }

    /** Says that a preservation is no longer needed. */
    public static Builder release(UUID identifier) {
        return builder(identifier).desiredStatus(LPTaskDesiredStatus.CANCELLED);
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable DictionaryEntry status;
        private @Nullable ErrorInformation statusReason;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable RequestDetails request;
        private @Nullable QualifiedDateTime desiredExpiration;
        private @Nullable QualifiedDateTime expiration;
        private @Nullable EndpointId provider;
        private @Nullable NationalLPTaskingParameters national;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(LPTaskObject it) {
            from(it.base);
            status = it.status().orElse(null);
            statusReason = it.statusReason().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            request = it.request().orElse(null);
            desiredExpiration = it.desiredExpiration().orElse(null);
            expiration = it.expiration().orElse(null);
            provider = it.provider().orElse(null);
            national = it.national().orElse(null);
            return this;
        }

        public Builder status(LPTaskStatus status) {
            return status(status.entry());
        }

        public Builder status(DictionaryEntry status) {
            this.status = status;
            return this;
        }

        public Builder statusReason(ErrorInformation statusReason) {
            this.statusReason = statusReason;
            return this;
        }

        public Builder desiredStatus(LPTaskDesiredStatus desiredStatus) {
            return desiredStatus(desiredStatus.entry());
        }

        public Builder desiredStatus(DictionaryEntry desiredStatus) {
            this.desiredStatus = desiredStatus;
            return this;
        }

        public Builder request(RequestDetails request) {
            this.request = request;
            return this;
        }

        public Builder desiredExpiration(QualifiedDateTime desiredExpiration) {
            this.desiredExpiration = desiredExpiration;
            return this;
        }

        public Builder expiration(QualifiedDateTime expiration) {
            this.expiration = expiration;
            return this;
        }

        public Builder provider(EndpointId provider) {
            this.provider = provider;
            return this;
        }

        public Builder national(NationalLPTaskingParameters national) {
            this.national = national;
            return this;
        }

        @Override
        public LPTaskObject build() {
            return new LPTaskObject(
                    base(),
                    Optional.ofNullable(status),
                    Optional.ofNullable(statusReason),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(request),
                    Optional.ofNullable(desiredExpiration),
                    Optional.ofNullable(expiration),
                    Optional.ofNullable(provider),
                    Optional.ofNullable(national));
        }
    }
}

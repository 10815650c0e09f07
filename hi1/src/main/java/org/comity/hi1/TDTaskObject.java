package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A take-down: what is to be removed or closed off, until when, and what came of it. */
public record TDTaskObject(
        Base base,
        Optional<String> requesterReference,
        Optional<String> providerReference,
        Optional<DictionaryEntry> status,
        Optional<ErrorInformation> statusReason,
        Optional<DictionaryEntry> desiredStatus,
        Optional<TDRequestDetails> request,
        Optional<EndpointId> provider,
        List<DictionaryEntry> flags,
        Optional<NationalTDTaskingParameters> national,
        List<Deadline> deadlines,
        List<DisclosureReference> disclosureReferences,
        Optional<String> manualInformation)
        implements HI1Object {

    public TDTaskObject {
        Text.longString("requester's reference", requesterReference);
        Text.longString("provider's reference", providerReference);
        flags = List.copyOf(flags);
        deadlines = List.copyOf(deadlines);
        disclosureReferences = List.copyOf(disclosureReferences);
        Text.longString("manual information", manualInformation);
    }

    /** Asks that something be taken down. */
    public static Builder takeDown(UUID identifier) {
        return builder(identifier).desiredStatus(TDTaskDesiredStatus.PENDING);
    }

    /** Says that a take-down is no longer wanted. */
    public static Builder withdraw(UUID identifier) {
        return builder(identifier).desiredStatus(TDTaskDesiredStatus.CANCELLED);
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable String requesterReference;
        private @Nullable String providerReference;
        private @Nullable DictionaryEntry status;
        private @Nullable ErrorInformation statusReason;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable TDRequestDetails request;
        private @Nullable EndpointId provider;
        private final List<DictionaryEntry> flags = new ArrayList<>();
        private @Nullable NationalTDTaskingParameters national;
        private final List<Deadline> deadlines = new ArrayList<>();
        private final List<DisclosureReference> disclosureReferences = new ArrayList<>();
        private @Nullable String manualInformation;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(TDTaskObject it) {
            from(it.base);
            requesterReference = it.requesterReference().orElse(null);
            providerReference = it.providerReference().orElse(null);
            status = it.status().orElse(null);
            statusReason = it.statusReason().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            request = it.request().orElse(null);
            provider = it.provider().orElse(null);
            flags.addAll(it.flags());
            national = it.national().orElse(null);
            deadlines.addAll(it.deadlines());
            disclosureReferences.addAll(it.disclosureReferences());
            manualInformation = it.manualInformation().orElse(null);
            return this;
        }

        public Builder requesterReference(String requesterReference) {
            this.requesterReference = requesterReference;
            return this;
        }

        public Builder providerReference(String providerReference) {
            this.providerReference = providerReference;
            return this;
        }

        public Builder status(TDTaskStatus status) {
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

        public Builder desiredStatus(TDTaskDesiredStatus desiredStatus) {
            return desiredStatus(desiredStatus.entry());
        }

        public Builder desiredStatus(DictionaryEntry desiredStatus) {
            this.desiredStatus = desiredStatus;
            return this;
        }

        public Builder request(TDRequestDetails request) {
            this.request = request;
            return this;
        }

        public Builder provider(EndpointId provider) {
            this.provider = provider;
            return this;
        }

        public Builder flag(DictionaryEntry flag) {
            flags.add(flag);
            return this;
        }

        public Builder national(NationalTDTaskingParameters national) {
            this.national = national;
            return this;
        }

        public Builder deadline(Deadline deadline) {
            deadlines.add(deadline);
            return this;
        }

        public Builder disclosedUnder(DisclosureReference disclosedUnder) {
            disclosureReferences.add(disclosedUnder);
            return this;
        }

        public Builder manualInformation(String manualInformation) {
            this.manualInformation = manualInformation;
            return this;
        }

        @Override
        public TDTaskObject build() {
            return new TDTaskObject(
                    base(),
                    Optional.ofNullable(requesterReference),
                    Optional.ofNullable(providerReference),
                    Optional.ofNullable(status),
                    Optional.ofNullable(statusReason),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(request),
                    Optional.ofNullable(provider),
                    flags,
                    Optional.ofNullable(national),
                    deadlines,
                    disclosureReferences,
                    Optional.ofNullable(manualInformation));
        }
    }
}

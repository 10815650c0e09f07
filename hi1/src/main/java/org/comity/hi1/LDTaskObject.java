package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disclosure of stored data: which data are wanted, until when and where to, and what came of it. */
public record LDTaskObject(
        Base base,
        Optional<Ldid> reference,
        Optional<DictionaryEntry> status,
        Optional<ErrorInformation> statusReason,
        Optional<DictionaryEntry> desiredStatus,
        Optional<LDRequestDetails> request,
        List<LDDeliveryDestination> destinations,
        List<ApprovalDetails> approvals,
        Optional<EndpointId> provider,
        Optional<DictionaryEntry> handlingProfile,
        List<DictionaryEntry> flags,
        List<PreservationReference> preservationReferences,
        Optional<NationalLDTaskingParameters> national,
        List<Deadline> deadlines,
        Optional<String> manualInformation)
        implements HI1Object {

    public LDTaskObject {
        destinations = List.copyOf(destinations);
        approvals = List.copyOf(approvals);
        flags = List.copyOf(flags);
        preservationReferences = List.copyOf(preservationReferences);
        deadlines = List.copyOf(deadlines);
        Text.longString("manual information", manualInformation);
    }

    /** Asks that data be disclosed. */
    public static Builder disclose(UUID identifier) {
        return builder(identifier).desiredStatus(LDTaskDesiredStatus.DISCLOSED);
    }

    /** Says that a disclosure is no longer wanted. */
    public static Builder withdraw(UUID identifier) {
        return builder(identifier).desiredStatus(LDTaskDesiredStatus.CANCELLED);
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable Ldid reference;
        private @Nullable DictionaryEntry status;
        private @Nullable ErrorInformation statusReason;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable LDRequestDetails request;
        private final List<LDDeliveryDestination> destinations = new ArrayList<>();
        private final List<ApprovalDetails> approvals = new ArrayList<>();
        private @Nullable EndpointId provider;
        private @Nullable DictionaryEntry handlingProfile;
        private final List<DictionaryEntry> flags = new ArrayList<>();
        private final List<PreservationReference> preservationReferences = new ArrayList<>();
        private @Nullable NationalLDTaskingParameters national;
        private final List<Deadline> deadlines = new ArrayList<>();
        private @Nullable String manualInformation;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(LDTaskObject it) {
            from(it.base);
            reference = it.reference().orElse(null);
            status = it.status().orElse(null);
            statusReason = it.statusReason().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            request = it.request().orElse(null);
            destinations.addAll(it.destinations());
            approvals.addAll(it.approvals());
            provider = it.provider().orElse(null);
            handlingProfile = it.handlingProfile().orElse(null);
            flags.addAll(it.flags());
            preservationReferences.addAll(it.preservationReferences());
            national = it.national().orElse(null);
            deadlines.addAll(it.deadlines());
            manualInformation = it.manualInformation().orElse(null);
            return this;
        }

        public Builder reference(Ldid reference) {
            this.reference = reference;
            return this;
        }

        public Builder status(LDTaskStatus status) {
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

        public Builder desiredStatus(LDTaskDesiredStatus desiredStatus) {
            return desiredStatus(desiredStatus.entry());
        }

        public Builder desiredStatus(DictionaryEntry desiredStatus) {
            this.desiredStatus = desiredStatus;
            return this;
        }

        public Builder request(LDRequestDetails request) {
            this.request = request;
            return this;
        }

        public Builder destination(LDDeliveryDestination destination) {
            destinations.add(destination);
            return this;
        }

        public Builder approval(ApprovalDetails approval) {
            approvals.add(approval);
            return this;
        }

        public Builder provider(EndpointId provider) {
            this.provider = provider;
            return this;
        }

        public Builder handlingProfile(DictionaryEntry handlingProfile) {
            this.handlingProfile = handlingProfile;
            return this;
        }

        public Builder flag(LDTaskFlag flag) {
            return flag(flag.entry());
        }

        public Builder flag(DictionaryEntry flag) {
            flags.add(flag);
            return this;
        }

        public Builder preservedUnder(PreservationReference preservedUnder) {
            preservationReferences.add(preservedUnder);
            return this;
        }

        public Builder national(NationalLDTaskingParameters national) {
            this.national = national;
            return this;
        }

        public Builder deadline(Deadline deadline) {
            deadlines.add(deadline);
            return this;
        }

        public Builder manualInformation(String manualInformation) {
            this.manualInformation = manualInformation;
            return this;
        }

        @Override
        public LDTaskObject build() {
            return new LDTaskObject(
                    base(),
                    Optional.ofNullable(reference),
                    Optional.ofNullable(status),
                    Optional.ofNullable(statusReason),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(request),
                    destinations,
                    approvals,
                    Optional.ofNullable(provider),
                    Optional.ofNullable(handlingProfile),
                    flags,
                    preservationReferences,
                    Optional.ofNullable(national),
                    deadlines,
                    Optional.ofNullable(manualInformation));
        }
    }
}

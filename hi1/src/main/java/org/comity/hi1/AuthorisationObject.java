package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The legal basis of what is asked: who approved it, for whom, from when to when. */
public record AuthorisationObject(
        Base base,
        Optional<String> reference,
        Optional<DictionaryEntry> legalType,
        Optional<DictionaryEntry> priority,
        Optional<DictionaryEntry> status,
        Optional<DictionaryEntry> desiredStatus,
        Optional<Timespan> timespan,
        List<EndpointId> recipients,
        Optional<QualifiedDateTime> created,
        Optional<QualifiedDateTime> served,
        Optional<QualifiedDateTime> terminated,
        List<ApprovalDetails> approvals,
        Optional<ErrorInformation> invalidReason,
        List<DictionaryEntry> flags,
        Optional<String> manualInformation,
        Optional<NationalAuthorisationParameters> national,
        Optional<String> jurisdiction,
        Optional<DictionaryEntry> typeOfCase,
        Optional<String> legalEntity)
        implements HI1Object {

    public AuthorisationObject {
        Text.longString("authorisation reference", reference);
        recipients = List.copyOf(recipients);
        approvals = List.copyOf(approvals);
        flags = List.copyOf(flags);
        Text.longString("manual information", manualInformation);
        Text.longString("jurisdiction", jurisdiction);
        legalEntity.ifPresent(it -> Text.shortString("legal entity", it));
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable String reference;
        private @Nullable DictionaryEntry legalType;
        private @Nullable DictionaryEntry priority;
        private @Nullable DictionaryEntry status;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable Timespan timespan;
        private final List<EndpointId> recipients = new ArrayList<>();
        private @Nullable QualifiedDateTime created;
        private @Nullable QualifiedDateTime served;
        private @Nullable QualifiedDateTime terminated;
        private final List<ApprovalDetails> approvals = new ArrayList<>();
        private @Nullable ErrorInformation invalidReason;
        private final List<DictionaryEntry> flags = new ArrayList<>();
        private @Nullable String manualInformation;
        private @Nullable NationalAuthorisationParameters national;
        private @Nullable String jurisdiction;
        private @Nullable DictionaryEntry typeOfCase;
        private @Nullable String legalEntity;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(AuthorisationObject it) {
            from(it.base);
            reference = it.reference().orElse(null);
            legalType = it.legalType().orElse(null);
            priority = it.priority().orElse(null);
            status = it.status().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            timespan = it.timespan().orElse(null);
            recipients.addAll(it.recipients());
            created = it.created().orElse(null);
            served = it.served().orElse(null);
            terminated = it.terminated().orElse(null);
            approvals.addAll(it.approvals());
            invalidReason = it.invalidReason().orElse(null);
            flags.addAll(it.flags());
            manualInformation = it.manualInformation().orElse(null);
            national = it.national().orElse(null);
            jurisdiction = it.jurisdiction().orElse(null);
            typeOfCase = it.typeOfCase().orElse(null);
            legalEntity = it.legalEntity().orElse(null);
            return this;
        }

        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        public Builder legalType(AuthorisationLegalType legalType) {
            return legalType(legalType.entry());
        }

        public Builder legalType(DictionaryEntry legalType) {
            this.legalType = legalType;
            return this;
        }

        public Builder priority(AuthorisationPriority priority) {
            return priority(priority.entry());
        }

        public Builder priority(DictionaryEntry priority) {
            this.priority = priority;
            return this;
        }

        public Builder status(AuthorisationStatus status) {
            return status(status.entry());
        }

        public Builder status(DictionaryEntry status) {
            this.status = status;
            return this;
        }

        public Builder desiredStatus(AuthorisationDesiredStatus desiredStatus) {
            return desiredStatus(desiredStatus.entry());
        }

        public Builder desiredStatus(DictionaryEntry desiredStatus) {
            this.desiredStatus = desiredStatus;
            return this;
        }

        public Builder timespan(Timespan timespan) {
            this.timespan = timespan;
            return this;
        }

        public Builder recipient(EndpointId recipient) {
            recipients.add(recipient);
            return this;
        }

        public Builder created(QualifiedDateTime created) {
            this.created = created;
            return this;
        }

        public Builder served(QualifiedDateTime served) {
            this.served = served;
            return this;
        }

        public Builder terminated(QualifiedDateTime terminated) {
            this.terminated = terminated;
            return this;
        }

        public Builder approval(ApprovalDetails approval) {
            approvals.add(approval);
            return this;
        }

        public Builder invalidReason(ErrorInformation invalidReason) {
            this.invalidReason = invalidReason;
            return this;
        }

        public Builder flag(AuthorisationFlag flag) {
            return flag(flag.entry());
        }

        public Builder flag(DictionaryEntry flag) {
            flags.add(flag);
            return this;
        }

        public Builder manualInformation(String manualInformation) {
            this.manualInformation = manualInformation;
            return this;
        }

        public Builder national(NationalAuthorisationParameters national) {
            this.national = national;
            return this;
        }

        public Builder jurisdiction(String jurisdiction) {
            this.jurisdiction = jurisdiction;
            return this;
        }

        public Builder typeOfCase(AuthorisationTypeOfCase typeOfCase) {
            return typeOfCase(typeOfCase.entry());
        }

        public Builder typeOfCase(DictionaryEntry typeOfCase) {
            this.typeOfCase = typeOfCase;
            return this;
        }

        public Builder legalEntity(String legalEntity) {
            this.legalEntity = legalEntity;
            return this;
        }

        @Override
        public AuthorisationObject build() {
            return new AuthorisationObject(
                    base(),
                    Optional.ofNullable(reference),
                    Optional.ofNullable(legalType),
                    Optional.ofNullable(priority),
                    Optional.ofNullable(status),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(timespan),
                    recipients,
                    Optional.ofNullable(created),
                    Optional.ofNullable(served),
                    Optional.ofNullable(terminated),
                    approvals,
                    Optional.ofNullable(invalidReason),
                    flags,
                    Optional.ofNullable(manualInformation),
                    Optional.ofNullable(national),
                    Optional.ofNullable(jurisdiction),
                    Optional.ofNullable(typeOfCase),
                    Optional.ofNullable(legalEntity));
        }
    }
}

package org.comity.hi1;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who approved or signed, in which role and when. */
public record ApprovalDetails(
        Optional<String> type,
        Optional<String> description,
        Optional<String> reference,
        Optional<Approver> approver,
        Optional<QualifiedDateTime> timestamp,
        Optional<Boolean> isEmergency,
        Optional<ForeignParameters> digitalSignature,
        Optional<ForeignParameters> national) {

    public ApprovalDetails {
        Text.longString("approval type", type);
        Text.longString("approval description", description);
        Text.longString("approval reference", reference);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {

        private @Nullable String type;
        private @Nullable String description;
        private @Nullable String reference;
        private @Nullable Approver approver;
        private @Nullable QualifiedDateTime timestamp;
        private @Nullable Boolean isEmergency;
        private @Nullable ForeignParameters digitalSignature;
        private @Nullable ForeignParameters national;

        private Builder() {}

        public Builder type(String type) {
            this.type = type;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        public Builder approver(Approver approver) {
            this.approver = approver;
            return this;
        }

        public Builder timestamp(QualifiedDateTime timestamp) {
            this.timestamp = timestamp;
            return this;
        }

        public Builder isEmergency(Boolean isEmergency) {
            this.isEmergency = isEmergency;
            return this;
        }

        public Builder digitalSignature(ForeignParameters digitalSignature) {
            this.digitalSignature = digitalSignature;
            return this;
        }

        public Builder national(ForeignParameters national) {
            this.national = national;
            return this;
        }

        public ApprovalDetails build() {
            return new ApprovalDetails(
                    Optional.ofNullable(type),
                    Optional.ofNullable(description),
                    Optional.ofNullable(reference),
                    Optional.ofNullable(approver),
                    Optional.ofNullable(timestamp),
                    Optional.ofNullable(isEmergency),
                    Optional.ofNullable(digitalSignature),
                    Optional.ofNullable(national));
        }
    }

    /** The person who approved. */
    public record Approver(
            Optional<String> name,
            Optional<String> role,
            Optional<ForeignParameters> nationalIdentity,
            List<ContactDetails> contacts) {

        public Approver {
            Text.longString("approver name", name);
            Text.longString("approver role", role);
            contacts = List.copyOf(contacts);
        }

        public static Approver inRole(String role) {
            return new Approver(Optional.empty(), Optional.of(role), Optional.empty(), List.of());
        }
    }
}

package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How someone is reached. The last three are older names of the same particulars and are kept as sent. */
public record ContactDetails(
        Optional<String> name,
        Optional<String> role,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        Optional<PhoneNumber> fax,
        Optional<String> address,
        List<Language> languages,
        Optional<String> alternateName,
        Optional<EmailAddress> approverEmail,
        Optional<PhoneNumber> approverPhone) {

    public ContactDetails {
        Text.longString("contact name", name);
        Text.longString("contact role", role);
        Text.longString("contact address", address);
        languages = List.copyOf(languages);
        Text.longString("approver alternate name", alternateName);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {

        private @Nullable String name;
        private @Nullable String role;
        private @Nullable EmailAddress email;
        private @Nullable PhoneNumber phone;
        private @Nullable PhoneNumber fax;
        private @Nullable String address;
        private final List<Language> languages = new ArrayList<>();
        private @Nullable String alternateName;
        private @Nullable EmailAddress approverEmail;
        private @Nullable PhoneNumber approverPhone;

        private Builder() {}

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder role(String role) {
            this.role = role;
            return this;
        }

        public Builder email(EmailAddress email) {
            this.email = email;
            return this;
        }

        public Builder phone(PhoneNumber phone) {
            this.phone = phone;
            return this;
        }

        public Builder fax(PhoneNumber fax) {
            this.fax = fax;
            return this;
        }

        public Builder address(String address) {
            this.address = address;
            return this;
        }

        public Builder language(Language language) {
            languages.add(language);
            return this;
        }

        public Builder alternateName(String alternateName) {
            this.alternateName = alternateName;
            return this;
        }

        public Builder approverEmail(EmailAddress approverEmail) {
            this.approverEmail = approverEmail;
            return this;
        }

        public Builder approverPhone(PhoneNumber approverPhone) {
            this.approverPhone = approverPhone;
            return this;
        }

        public ContactDetails build() {
            return new ContactDetails(
                    Optional.ofNullable(name),
                    Optional.ofNullable(role),
                    Optional.ofNullable(email),
                    Optional.ofNullable(phone),
                    Optional.ofNullable(fax),
                    Optional.ofNullable(address),
                    languages,
                    Optional.ofNullable(alternateName),
                    Optional.ofNullable(approverEmail),
                    Optional.ofNullable(approverPhone));
        }
    }
}

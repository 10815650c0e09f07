package org.comity.hi1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document that belongs to an authorisation: a warrant, a form, a translation. */
public record DocumentObject(
        Base base,
        Optional<String> reference,
        Optional<String> name,
        Optional<DictionaryEntry> status,
        Optional<DictionaryEntry> desiredStatus,
        Optional<Timespan> timespan,
        Optional<DictionaryEntry> type,
        List<Property> properties,
        Optional<Body> body,
        List<ApprovalDetails> signatures,
        Optional<ErrorInformation> invalidReason,
        Optional<NationalDocumentParameters> national)
        implements HI1Object {

    public DocumentObject {
        Text.longString("document reference", reference);
        Text.longString("document name", name);
        properties = List.copyOf(properties);
        signatures = List.copyOf(signatures);
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
        private @Nullable String name;
        private @Nullable DictionaryEntry status;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable Timespan timespan;
        private @Nullable DictionaryEntry type;
        private final List<Property> properties = new ArrayList<>();
        private @Nullable Body body;
        private final List<ApprovalDetails> signatures = new ArrayList<>();
        private @Nullable ErrorInformation invalidReason;
        private @Nullable NationalDocumentParameters national;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(DocumentObject it) {
            from(it.base);
            reference = it.reference().orElse(null);
            name = it.name().orElse(null);
            status = it.status().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            timespan = it.timespan().orElse(null);
            type = it.type().orElse(null);
            properties.addAll(it.properties());
            body = it.body().orElse(null);
            signatures.addAll(it.signatures());
            invalidReason = it.invalidReason().orElse(null);
            national = it.national().orElse(null);
            return this;
        }

        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder status(DocumentStatus status) {
            return status(status.entry());
        }

        public Builder status(DictionaryEntry status) {
            this.status = status;
            return this;
        }

        public Builder desiredStatus(DocumentDesiredStatus desiredStatus) {
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

        public Builder type(DocumentType type) {
            return type(type.entry());
        }

        public Builder type(DictionaryEntry type) {
            this.type = type;
            return this;
        }

        public Builder property(Property property) {
            properties.add(property);
            return this;
        }

        public Builder body(Body body) {
            this.body = body;
            return this;
        }

        public Builder signature(ApprovalDetails signature) {
            signatures.add(signature);
            return this;
        }

        public Builder invalidReason(ErrorInformation invalidReason) {
            this.invalidReason = invalidReason;
            return this;
        }

        public Builder national(NationalDocumentParameters national) {
            this.national = national;
            return this;
        }

        @Override
        public DocumentObject build() {
            return new DocumentObject(
                    base(),
                    Optional.ofNullable(reference),
                    Optional.ofNullable(name),
                    Optional.ofNullable(status),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(timespan),
                    Optional.ofNullable(type),
                    properties,
                    Optional.ofNullable(body),
                    signatures,
                    Optional.ofNullable(invalidReason),
                    Optional.ofNullable(national));
        }
    }

    /** A property of the document, named in a dictionary. */
    public record Property(DictionaryEntry type, String value) {
        public Property {
            Text.longString("property value", value);
        }
    }

    /** The document itself with its media type and checksum. */
    public record Body(
            Optional<Contents> contents,
            Optional<String> contentType,
            Optional<String> checksum,
            Optional<String> checksumType) {

        public Body {
            contentType.ifPresent(it -> Text.shortString("content type", it));
            checksum.ifPresent(it -> Text.shortString("checksum", it));
            checksumType.ifPresent(it -> Text.shortString("checksum type", it));
        }

        public static Body of(byte[] contents, String contentType) {
            return new Body(
                    Optional.of(new Contents(contents)), Optional.of(contentType), Optional.empty(), Optional.empty());
        }
    }

    /** Bytes with value semantics. */
    public static final class Contents {

        private final byte[] bytes;

        public Contents(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Contents that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }
}

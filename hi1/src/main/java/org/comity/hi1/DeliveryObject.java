package org.comity.hi1;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part of what is delivered for a disclosure or an interception. */
public record DeliveryObject(
        Base base,
        Optional<DeliveryReference> reference,
        Optional<UUID> deliveryId,
        Optional<Integer> sequenceNumber,
        Optional<Boolean> lastSequence,
        Optional<Manifest> manifest,
        Optional<DeliveryContent> content,
        Optional<DictionaryEntry> status,
        Optional<DictionaryEntry> desiredStatus,
        Optional<Encryption> encryption)
        implements HI1Object {

    public DeliveryObject {
        sequenceNumber.filter(it -> it < 0).ifPresent(it -> {
            throw new IllegalArgumentException("a sequence number is not negative, but this one is " + it);
        });
    }

    public static Builder builder(UUID identifier) {
        return new Builder(identifier);
    }

    @Override
    public Builder with() {
        return new Builder(identifier()).from(this);
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private @Nullable DeliveryReference reference;
        private @Nullable UUID deliveryId;
        private @Nullable Integer sequenceNumber;
        private @Nullable Boolean lastSequence;
        private @Nullable Manifest manifest;
        private @Nullable DeliveryContent content;
        private @Nullable DictionaryEntry status;
        private @Nullable DictionaryEntry desiredStatus;
        private @Nullable Encryption encryption;

        private Builder(UUID identifier) {
            super(identifier);
        }

        @Override
        Builder self() {
            return this;
        }

        private Builder from(DeliveryObject it) {
            from(it.base);
            reference = it.reference().orElse(null);
            deliveryId = it.deliveryId().orElse(null);
            sequenceNumber = it.sequenceNumber().orElse(null);
            lastSequence = it.lastSequence().orElse(null);
            manifest = it.manifest().orElse(null);
            content = it.content().orElse(null);
            status = it.status().orElse(null);
            desiredStatus = it.desiredStatus().orElse(null);
            encryption = it.encryption().orElse(null);
            return this;
        }

        public Builder reference(DeliveryReference reference) {
            this.reference = reference;
            return this;
        }

        public Builder deliveryId(UUID deliveryId) {
            this.deliveryId = deliveryId;
            return this;
        }

        public Builder sequenceNumber(Integer sequenceNumber) {
            this.sequenceNumber = sequenceNumber;
            return this;
        }

        public Builder lastSequence(Boolean lastSequence) {
            this.lastSequence = lastSequence;
            return this;
        }

        public Builder manifest(Manifest manifest) {
            this.manifest = manifest;
            return this;
        }

        public Builder content(DeliveryContent content) {
            this.content = content;
            return this;
        }

        public Builder status(DeliveryStatus status) {
            return status(status.entry());
        }

        public Builder status(DictionaryEntry status) {
            this.status = status;
            return this;
        }

        public Builder desiredStatus(DeliveryDesiredStatus desiredStatus) {
            return desiredStatus(desiredStatus.entry());
        }

        public Builder desiredStatus(DictionaryEntry desiredStatus) {
            this.desiredStatus = desiredStatus;
            return this;
        }

        public Builder encryption(Encryption encryption) {
            this.encryption = encryption;
            return this;
        }

        @Override
        public DeliveryObject build() {
            return new DeliveryObject(
                    base(),
                    Optional.ofNullable(reference),
                    Optional.ofNullable(deliveryId),
                    Optional.ofNullable(sequenceNumber),
                    Optional.ofNullable(lastSequence),
                    Optional.ofNullable(manifest),
                    Optional.ofNullable(content),
                    Optional.ofNullable(status),
                    Optional.ofNullable(desiredStatus),
                    Optional.ofNullable(encryption));
        }
    }

    /** How what is delivered was encrypted: by reference to an object of that kind, or in words. */
    public record Encryption(Optional<UUID> reference, Optional<String> additionalInformation) {

        public Encryption {
            Text.longString("information on encryption", additionalInformation);
        }
    }
}

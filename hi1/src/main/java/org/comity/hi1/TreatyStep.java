package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a treaty request: what the side that sends it has done or decided. */
public record TreatyStep(
        CountryCode country,
        String step,
        int sequence,
        QualifiedDateTime occurredAt,
        Optional<String> ownReference,
        Optional<String> reason,
        Optional<Provision> ground,
        Optional<QualifiedDateTime> effectiveAt,
        Optional<QualifiedDateTime> preservedUntil,
        Optional<QualifiedDateTime> reviewAt,
        Optional<String> provider,
        List<Outcome> outcomes,
        List<Exhibit> exhibits,
        Optional<String> remarks)
        implements NationalNotificationParameters {

    public TreatyStep {
        Token.check("step", step);
        Text.longString("own reference", ownReference);
        Text.longString("reason", reason);
        Text.longString("provider", provider);
        outcomes = List.copyOf(outcomes);
        exhibits = List.copyOf(exhibits);
        Text.longString("remarks", remarks);
        if (sequence < 1) {
            throw new IllegalArgumentException("steps are numbered from 1, but this one is " + sequence);
        }
    }

    public static Builder builder(CountryCode country, String step, int sequence, QualifiedDateTime occurredAt) {
        return new Builder(country, step, sequence, occurredAt);
    }

    public static final class Builder {

        private final CountryCode country;
        private final String step;
        private final int sequence;
        private final QualifiedDateTime occurredAt;
        private @Nullable String ownReference;
        private @Nullable String reason;
        private @Nullable Provision ground;
        private @Nullable QualifiedDateTime effectiveAt;
        private @Nullable QualifiedDateTime preservedUntil;
        private @Nullable QualifiedDateTime reviewAt;
        private @Nullable String provider;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Exhibit> exhibits = new ArrayList<>();
        private @Nullable String remarks;

        private Builder(CountryCode country, String step, int sequence, QualifiedDateTime occurredAt) {
            this.country = country;
            this.step = step;
            this.sequence = sequence;
            this.occurredAt = occurredAt;
        }

        public Builder ownReference(String ownReference) {
            this.ownReference = ownReference;
            return this;
        }

        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        public Builder ground(Provision ground) {
            this.ground = ground;
            return this;
        }

        public Builder effectiveAt(QualifiedDateTime effectiveAt) {
            this.effectiveAt = effectiveAt;
            return this;
        }

        public Builder preservedUntil(QualifiedDateTime preservedUntil) {
            this.preservedUntil = preservedUntil;
            return this;
        }

        /** When a postponement is looked at again. */
        public Builder reviewAt(QualifiedDateTime reviewAt) {
            this.reviewAt = reviewAt;
            return this;
        }

        public Builder provider(String provider) {
            this.provider = provider;
            return this;
        }

        public Builder outcome(Outcome outcome) {
            outcomes.add(outcome);
            return this;
        }

        public Builder exhibit(Exhibit exhibit) {
            exhibits.add(exhibit);
            return this;
        }

        public Builder remarks(String remarks) {
            this.remarks = remarks;
            return this;
        }

        public TreatyStep build() {
            return new TreatyStep(
                    country,
                    step,
                    sequence,
                    occurredAt,
                    Optional.ofNullable(ownReference),
                    Optional.ofNullable(reason),
                    Optional.ofNullable(ground),
                    Optional.ofNullable(effectiveAt),
                    Optional.ofNullable(preservedUntil),
                    Optional.ofNullable(reviewAt),
                    Optional.ofNullable(provider),
                    outcomes,
                    exhibits,
                    Optional.ofNullable(remarks));
        }
    }

    /** What came of one identifier. */
    public record Outcome(RequestValue identifier, String result, Optional<String> remark) {

        public Outcome {
            Token.check("outcome", result);
            Text.longString("remark", remark);
        }
    }

    /**
     * Evidence that the receiver may fetch; too large for a message, which signs for it instead.
     *
     * @param transfer names it on both sides
     * @param digest SHA-256 of the content, in hexadecimal digits
     * @param root of the hash tree over its sealed chunks (RFC 6962), in hexadecimal digits
     * @param address where the sealed chunks lie
     * @param sealedKey the key, sealed to the receiver by HPKE (RFC 9180), in hexadecimal digits
     * @param conditions what limits its use already, and goes on to limit it at the receiver
     */
    public record Exhibit(
            String transfer,
            String name,
            String mediaType,
            long size,
            String digest,
            String root,
            String address,
            String sealedKey,
            List<Condition> conditions) {

        public Exhibit {
            Text.shortString("transfer", transfer);
            Text.longString("name", name);
            Text.shortString("media type", mediaType);
            Text.shortString("digest", digest);
            Text.shortString("root", root);
            Text.uri("address", address);
            Text.longString("sealed key", sealedKey);
            conditions = List.copyOf(conditions);
            if (size < 0) {
                throw new IllegalArgumentException(
                        "an exhibit has no less than no bytes, but %d are named".formatted(size));
            }
        }
    }

    /**
     * A limit on the use of evidence.
     *
     * @param under the provision that allows it, as its author wrote it
     */
    public record Condition(String text, Optional<String> under) {

        public Condition {
            Text.longString("condition", text);
            Text.longString("provision of a condition", under);
        }
    }
}

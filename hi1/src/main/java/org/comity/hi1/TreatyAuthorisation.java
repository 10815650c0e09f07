package org.comity.hi1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a treaty request says about its legal basis and its case (ETS 185 art. 29(2)). */
public record TreatyAuthorisation(
        CountryCode country,
        Provision provision,
        Authority authority,
        String caseReference,
        Offence offence,
        String facts,
        String necessity,
        Optional<FollowUp> followUp,
        Optional<Urgency> urgency,
        Optional<Confidentiality> confidentiality,
        Optional<Alternatives> alternatives,
        Optional<Emergency> emergency,
        List<String> conditions,
        Optional<Issuance> issuance)
        implements NationalAuthorisationParameters {

    public TreatyAuthorisation {
        Text.shortString("case reference", caseReference);
        Text.longString("summary of the facts", facts);
        Text.longString("necessity of the preservation", necessity);
        conditions = List.copyOf(conditions);
        conditions.forEach(it -> Text.longString("condition", it));
    }

    public static Builder under(CountryCode country, Provision provision) {
        return new Builder(country, provision);
    }

    public static final class Builder {

        private final CountryCode country;
        private final Provision provision;
        private @Nullable Authority authority;
        private @Nullable String caseReference;
        private @Nullable Offence offence;
        private @Nullable String facts;
        private @Nullable String necessity;
        private @Nullable FollowUp followUp;
        private @Nullable Urgency urgency;
        private @Nullable Confidentiality confidentiality;
        private @Nullable Alternatives alternatives;
        private @Nullable Emergency emergency;
        private final List<String> conditions = new ArrayList<>();
        private @Nullable Issuance issuance;

        private Builder(CountryCode country, Provision provision) {
            this.country = country;
            this.provision = provision;
        }

        public Builder authority(Authority authority) {
            this.authority = authority;
            return this;
        }

        public Builder caseReference(String caseReference) {
            this.caseReference = caseReference;
            return this;
        }

        public Builder offence(Offence offence) {
            this.offence = offence;
            return this;
        }

        public Builder facts(String facts) {
            this.facts = facts;
            return this;
        }

        public Builder necessity(String necessity) {
            this.necessity = necessity;
            return this;
        }

        public Builder followUp(FollowUp followUp) {
            this.followUp = followUp;
            return this;
        }

        public Builder urgency(Urgency urgency) {
            this.urgency = urgency;
            return this;
        }

        public Builder confidentiality(Confidentiality confidentiality) {
            this.confidentiality = confidentiality;
            return this;
        }

        public Builder alternatives(Alternatives alternatives) {
            this.alternatives = alternatives;
            return this;
        }

        public Builder emergency(Emergency emergency) {
            this.emergency = emergency;
            return this;
        }

        /** On the use of what is offered (ETS 185 art. 26(2)). */
        public Builder condition(String condition) {
            conditions.add(condition);
            return this;
        }

        public Builder issuance(Issuance issuance) {
            this.issuance = issuance;
            return this;
        }

        public TreatyAuthorisation build() {
            return new TreatyAuthorisation(
                    country,
                    provision,
                    Text.needed("requesting authority", authority),
                    Text.needed("case reference", caseReference),
                    Text.needed("offence", offence),
                    Text.needed("summary of the facts", facts),
                    Text.needed("necessity of the preservation", necessity),
                    Optional.ofNullable(followUp),
                    Optional.ofNullable(urgency),
                    Optional.ofNullable(confidentiality),
                    Optional.ofNullable(alternatives),
                    Optional.ofNullable(emergency),
                    conditions,
                    Optional.ofNullable(issuance));
        }
    }

    /** The authority that asks, and how it wants to be answered. */
    public record Authority(
            String organisation,
            String role,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            Optional<String> replyPreference) {

        public Authority {
            Text.longString("organisation", organisation);
            Text.longString("role", role);
            Text.longString("reply preference", replyPreference);
        }

        public static Authority of(String organisation, String role) {
            return new Authority(organisation, role, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The offence: provisions that make it one, what it is, and its penalty. */
    public record Offence(List<Provision> provisions, String description, Optional<String> penalty) {

        public Offence {
            provisions = List.copyOf(provisions);
            Text.longString("offence", description);
            Text.longString("penalty", penalty);
        }
    }

    /** The intention to ask for the data by mutual assistance (ETS 185 art. 29(2)(f)). */
    public record FollowUp(Optional<LocalDate> plannedOn, Optional<String> authority) {

        public FollowUp {
            plannedOn.ifPresent(Moments::check);
            Text.longString("follow-up authority", authority);
        }
    }

    /** How urgent the request is, and why. */
    public record Urgency(String level, Optional<String> reason) {

        public Urgency {
            Token.check("urgency", level);
            Text.longString("reason for urgency", reason);
        }
    }

    /** The wish that the measure be kept secret (ETS 185 art. 27(8) and 16(3)): why, and until when. */
    public record Confidentiality(String reason, Optional<QualifiedDateTime> until) {

        public Confidentiality {
            Text.longString("reason for confidentiality", reason);
        }
    }

    /**
     * The same data is asked of several States at once, since it is not known which of them it is in.
     *
     * @param group the same in each of these requests
     * @param of how many there were when this one was made
     */
    public record Alternatives(UUID group, int of) {

        public Alternatives {
            if (of < 2) {
                throw new IllegalArgumentException("alternatives are two or more, but there are said to be " + of);
            }
        }
    }

    /**
     * Why it is an emergency in the sense of the instrument used (CETS 224 art. 3(2)(c), UNCC art. 2(o)).
     *
     * @param risk to what, such as {@code life-or-safety}
     * @param atRisk who is at risk
     * @param imminence why it is imminent
     * @param effect how the data averts it
     */
    public record Emergency(String risk, String atRisk, String harm, String imminence, String effect) {

        public Emergency {
            Token.check("risk", risk);
            Text.longString("who is at risk", atRisk);
            Text.longString("harm", harm);
            Text.longString("imminence", imminence);
            Text.longString("effect of the data", effect);
        }
    }

    /**
     * What stands behind an order under an executive agreement before it leaves (18 USC 2523(b)(4)(D)).
     *
     * @param reviewedBy the court, judge or other independent authority
     * @param certifiedBy the designated authority
     * @param targeting why nobody is targeted whom the agreement protects
     */
    public record Issuance(String reviewedBy, String certifiedBy, String targeting) {

        public Issuance {
            Text.longString("who reviewed it", reviewedBy);
            Text.longString("who certified it", certifiedBy);
            Text.longString("targeting", targeting);
        }
    }
}

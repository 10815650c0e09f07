package org.comity.node.cooperation;

/**
 * What the requesting State says (ETS 185 art. 29(2)); a draft may be incomplete, {@link Completeness} tells by how much.
 *
 * @param requestedState ISO 3166-1 alpha-2; empty while unknown
 * @param partialDisclosure traffic data of the path is wanted too, as far as it shows other providers (art. 30)
 * @param missingReason why an element is left out; asked for when one is
 */
public record PreservationRequest(
        DataWanted data,
        Offence offence,
        String facts,
        String requestedState,
        Urgency urgency,
        Confidentiality confidentiality,
        FollowUpIntention followUp,
        boolean partialDisclosure,
        Safeguards safeguards,
        String missingReason) {

    public static PreservationRequest blank(Offence offence, String facts) {
        return new PreservationRequest(
                DataWanted.NOTHING_YET,
                offence,
                facts,
                "",
                Urgency.ROUTINE,
                Confidentiality.NONE,
                FollowUpIntention.NONE,
                false,
                Safeguards.UNANSWERED,
                "");
    }

    public PreservationRequest with(DataWanted data) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }

    public PreservationRequest withOffence(Offence offence, String facts) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }

    public PreservationRequest to(String requestedState) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }

    public PreservationRequest with(Urgency urgency, Confidentiality confidentiality, FollowUpIntention followUp) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }

    public PreservationRequest withPartialDisclosure(boolean partialDisclosure) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }

    public PreservationRequest with(Safeguards safeguards, String missingReason) {
        return new PreservationRequest(
                data,
                offence,
                facts,
                requestedState,
                urgency,
                confidentiality,
                followUp,
                partialDisclosure,
                safeguards,
                missingReason);
    }
}

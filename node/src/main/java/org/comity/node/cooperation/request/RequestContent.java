package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * What the requesting State says; a draft may be incomplete, {@link Completeness} tells by how much.
 *
 * @param requestedState ISO 3166-1 alpha-2; empty while unknown
 * @param partialDisclosure traffic data of the path is wanted too, as far as it shows other providers (art. 30)
 * @param proceeding who conducts the investigation or trial, with its number (UNTOC art. 18(15)(b)); empty while not asked
 * @param procedures formalities that its own law asks for, to be followed unless contrary to the requested State's law (ETS
 *     185 art. 27(3), UNTOC art. 18(17)); empty where none
 * @param missingReason why an element is left out; asked for when one is
 * @param emergency of requests in an emergency
 * @param takeDown of orders and notices to take content down
 * @param issuance of orders under an executive agreement
 * @param conditions of information that nobody asked for: on which it may be used; empty where on none
 * @param oneOf of requests that ask several States for the same data at once
 */
@RecordBuilder
public record RequestContent(
        DataWanted data,
        Offence offence,
        String facts,
        String requestedState,
        Urgency urgency,
        Confidentiality confidentiality,
        FollowUpIntention followUp,
        boolean partialDisclosure,
        String proceeding,
        String procedures,
        Safeguards safeguards,
        String missingReason,
        Optional<OneOfSeveral> oneOf,
        Optional<EmergencyClaim> emergency,
        Optional<TakeDown> takeDown,
        Optional<Issuance> issuance,
        String conditions)
        implements RequestContentBuilder.With {

    public static RequestContent blank(Offence offence, String facts) {
        return new RequestContent(
                DataWanted.NOTHING_YET,
                offence,
                facts,
                "",
                Urgency.ROUTINE,
                Confidentiality.NONE,
                FollowUpIntention.NONE,
                false,
                "",
                "",
                Safeguards.UNANSWERED,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}

package org.comity.node.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.node.frame.Said;

/**
 * A request for expedited preservation as a form, in the order of the template that the parties of the Convention on
 * Cybercrime adopted (T-CY(2018)11): what it says, not how it looks.
 *
 * @param provision the treaty provision on which it rests
 * @param requestedAuthority whom it asks
 * @param requestingAuthority who asks, and in which function
 * @param categories and urgency words of {@code messages/documents}
 * @param approvedBy the organisation whose approver was the second person; the form is not signed by hand
 * @param missingReason why an element is left out; empty when none is
 */
public record PreservationForm(
        LocalDate date,
        String reference,
        String provision,
        String requestedAuthority,
        String requestingAuthority,
        List<String> offenceProvisions,
        String offence,
        String penalty,
        String facts,
        List<String> categories,
        List<Said> identifiers,
        Optional<Instant> from,
        Optional<Instant> until,
        String relation,
        String custodian,
        String location,
        Optional<Instant> expectedDeletion,
        String legality,
        String necessity,
        String proportionality,
        String urgency,
        String urgencyReason,
        boolean partialDisclosure,
        boolean followUpIntended,
        Optional<LocalDate> followUpOn,
        String followUpAuthority,
        boolean confidential,
        String confidentialReason,
        Optional<LocalDate> confidentialUntil,
        String approvedBy,
        Instant approvedAt,
        String missingReason) {

    public PreservationForm {
        offenceProvisions = List.copyOf(offenceProvisions);
        categories = List.copyOf(categories);
        identifiers = List.copyOf(identifiers);
    }
}

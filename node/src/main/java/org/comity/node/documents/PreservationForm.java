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

    /** The same as values of the general form. */
    public Form asForm() {
        return Form.blank(FormKind.PRESERVATION, "en")
                .with("date", new FormValue.Day(date))
                .with("reference", FormValue.plain(reference))
                .with("provision", FormValue.provision(provision))
                .with("status", FormValue.phrase("status.new"))
                .with("requested-authority", FormValue.plain(requestedAuthority))
                .with("requesting-authority", FormValue.plain(requestingAuthority))
                .with("offence", FormValue.free(offence))
                .with(
                        "offence-provisions",
                        FormValue.several(offenceProvisions.stream()
                                .map(FormValue::provision)
                                .toList()))
                .with("penalty", FormValue.free(penalty))
                .with("facts", FormValue.free(facts))
                .with("data-categories", FormValue.several(phrases("category.", categories)))
                .with(
                        "identifiers",
                        FormValue.several(
                                identifiers.stream().map(FormValue.Phrase::new).toList()))
                .with("from", from.map(FormValue::utc))
                .with("until", until.map(FormValue::utc))
                .with("relation", FormValue.free(relation))
                .with("custodian", custodian.isBlank() ? FormValue.phrase("unknown") : FormValue.plain(custodian))
                .with("location", location.isBlank() ? FormValue.phrase("unknown") : FormValue.plain(location))
                .with("legal-basis", FormValue.free(legality))
                .with("necessity", FormValue.free(necessity))
                .with("proportionality", FormValue.free(proportionality))
                .with(
                        "expected-deletion",
                        expectedDeletion.map(FormValue::utc).orElseGet(() -> FormValue.phrase("unknown")))
                .with("urgency", FormValue.phrase("urgency." + urgency))
                .with("urgency-reason", FormValue.free(urgencyReason))
                .with("partial-disclosure", FormValue.yes(partialDisclosure))
                .with("follow-up", FormValue.yes(followUpIntended))
                .with("follow-up-on", followUpOn.map(FormValue.Day::new))
                .with("follow-up-authority", FormValue.plain(followUpAuthority))
                .with("confidentiality", FormValue.yes(confidential))
                .with("confidentiality-reason", FormValue.free(confidentialReason))
                .with("confidential-until", confidentialUntil.map(FormValue.Day::new))
                .with("left-out", FormValue.free(missingReason))
                .with("approved-by", FormValue.plain(approvedBy))
                .with("approved-at", FormValue.utc(approvedAt));
    }

    private static List<FormValue> phrases(String beginning, List<String> words) {
        return words.stream().map(word -> FormValue.phrase(beginning + word)).toList();
    }
}

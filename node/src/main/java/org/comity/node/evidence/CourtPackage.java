package org.comity.node.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.evidence.seal.Seal;
import org.comity.node.identity.PersonId;

/**
 * Exhibits of one matter, sealed with all that shows what they are, for a court.
 *
 * @param mark as people write it on paper, such as {@code PT-P-0003}
 * @param about the case or request, as the journal names it
 * @param handedAt when it was last handed out; it may be fetched for a day after
 * @param stampedAt when an authority's first timestamp came; none while it is waited for
 * @param trouble what the authority said last, when it did not stamp
 */
public record CourtPackage(
        UUID id,
        String mark,
        String about,
        String reference,
        String language,
        String recipient,
        String purpose,
        Instant madeAt,
        String madeBy,
        PersonId person,
        Instant handedAt,
        Seal seal,
        Optional<Instant> stampedAt,
        Optional<String> trouble) {

    public String fileName() {
        return mark + ".asice";
    }
}

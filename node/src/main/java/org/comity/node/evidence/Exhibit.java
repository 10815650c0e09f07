package org.comity.node.evidence;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.identity.PersonId;

/**
 * Content in the vault, and what is known of it.
 *
 * @param mark as people write it on paper, such as {@code PT-E-0017}
 * @param sha256 of the content as it came, in lower-case hexadecimal digits
 * @param takenInByPerson who sees it even if it belongs to nothing yet; none when it came from outside
 * @param destructionOrderedBy whoever did, while it is ordered or done
 */
public record Exhibit(
        ExhibitId id,
        String mark,
        Particulars particulars,
        long size,
        String sha256,
        Instant takenInAt,
        String takenInBy,
        Optional<PersonId> takenInByPerson,
        Standing standing,
        Optional<PersonId> destructionOrderedBy) {

    Exhibit with(Particulars other) {
        return new Exhibit(
                id, mark, other, size, sha256, takenInAt, takenInBy, takenInByPerson, standing, destructionOrderedBy);
    }
}

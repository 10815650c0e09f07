package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.List;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.identity.Role;

/**
 * A case file.
 *
 * @param offence provisions that name it, such as {@code ets185:2}
 * @param openTo roles that see it; who is assigned sees it in any case
 * @param exercise nothing of it is real
 */
record CaseJson(
        String reference,
        String title,
        List<String> offence,
        String offenceText,
        String penalty,
        String facts,
        String openedBy,
        Instant openedAt,
        List<String> assigned,
        List<String> openTo,
        boolean exercise) {

    static CaseJson of(CaseFile file, boolean exercise) {
        return new CaseJson(
                file.reference(),
                file.title(),
                file.offence().provisions(),
                file.offence().description(),
                file.offence().penalty(),
                file.facts(),
                file.openedByName(),
                file.openedAt(),
                file.assigned().stream().map(Object::toString).sorted().toList(),
                file.openTo().stream().map(Role::name).sorted().toList(),
                exercise);
    }
}

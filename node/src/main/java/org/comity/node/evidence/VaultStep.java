package org.comity.node.evidence;

import java.util.Map;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.journal.Journaled;

/** Something happened to the vault as a whole, or to a content without anybody's doing. */
record VaultStep(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    private static final String VAULT = "node:vault";

    static VaultStep keyRenewed(Person by, int number, int rewrapped) {
        return new VaultStep(VAULT, "vault-key-renewed", by.name(), Map.of("number", number, "rewrapped", rewrapped));
    }

    static VaultStep checkAsked(Person by) {
        return new VaultStep(VAULT, "vault-check-asked", by.name(), Map.of());
    }

    static VaultStep damaged(Exhibit exhibit) {
        return new VaultStep(exhibit.id().subject(), "exhibit-content-damaged", "node", Map.of("mark", exhibit.mark()));
    }

    /** Who keeps the node keeps its vault; what lies in it stays closed to them. */
    static void requireKeeper(Person person) {
        if (!person.is(Role.ADMINISTRATOR)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.keeper"));
        }
    }
}

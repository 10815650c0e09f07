package org.comity.node.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.comity.node.journal.Entry;
import org.comity.node.journal.SubjectAccess;
import org.springframework.stereotype.Component;

/**
 * Who may read an entry. Roles are asked for by name, since the room of people writes into the journal and so stands
 * above it here.
 */
@Component
class EntryReaders {

    private static final String OVERSEER = "OVERSEER";
    private static final String LAWYER = "LAWYER";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Kinds of subjects that are the node itself and no case: administrators see no case by their role. */
    private static final Set<String> ADMINISTRATION = Set.of("journal", "node", "party", "person");

    private final List<SubjectAccess> rooms;

    EntryReaders(List<SubjectAccess> rooms) {
        this.rooms = rooms;
    }

    /** Erasing is a decision of law: of cases a lawyer's, of the node's own people and peers an administrator's. */
    boolean mayErase(HttpServletRequest reader, Entry entry) {
        return include(reader, entry) && (reader.isUserInRole(LAWYER) || reader.isUserInRole(ADMINISTRATOR));
    }

    boolean include(HttpServletRequest reader, Entry entry) {
        String kind = entry.subject().split(":", 2)[0];
        return reader.isUserInRole(OVERSEER)
                || (ADMINISTRATION.contains(kind) && reader.isUserInRole(ADMINISTRATOR))
                || rooms.stream().anyMatch(room -> room.kind().equals(kind) && room.maySee(entry.subject()));
    }
}

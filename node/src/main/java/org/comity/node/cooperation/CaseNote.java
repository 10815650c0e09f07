package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.identity.PersonId;

/**
 * A note among colleagues on a case file; it never leaves the node.
 *
 * @param takenBackAt its author no longer stands by it: the words are gone, that there was a note stays
 */
public record CaseNote(
        UUID id, PersonId author, String authorName, String text, Instant writtenAt, Optional<Instant> takenBackAt) {}

package org.comity.node.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.identity.PersonId;

/**
 * Content on its way in.
 *
 * @param id the exhibit's, once it is one
 * @param length of the whole; unknown while a form or a delivery streams in
 * @param person who may go on with it; none when it comes from outside
 */
public record Upload(
        ExhibitId id,
        Particulars particulars,
        OptionalLong length,
        WrappedKey key,
        Optional<PersonId> person,
        String begunBy,
        Instant begunAt,
        Instant expiresAt) {}

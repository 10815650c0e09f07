package org.comity.node.evidence.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.comity.node.directory.NodeKeys;
import org.comity.node.directory.PartyId;

/** A node's keys and what it seals with, at a moment of the test's choice. */
final class SomeSeals {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final NodeKeys node = NodeKeys.generate(new PartyId("PT-contact-point"), "Contact point", at(NOW));
    final SealKeys keys;
    final Sealer sealer;

    SomeSeals(Path folder) {
        keys = new SealKeys(folder, node.rootCertificate(), at(NOW));
        sealer = new Sealer(keys, node::signAsRoot, new LocalAuthority(keys::timestamp, at(NOW)), at(NOW));
    }

    static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}

package org.comity.node.exchange.hi1;

import java.time.Instant;
import java.util.Arrays;
import org.comity.hi1.CspConfig;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestType;
import org.comity.hi1.TargetFormat;
import org.comity.node.exchange.Hi1Capabilities;

/** A provider that has not said otherwise takes every format that this node reads, for every type of data. */
final class UsualCapabilities implements Hi1Capabilities {

    /** When this list was last changed in the code. */
    private static final Instant LAST_CHANGED = Instant.parse("2026-11-22T00:00:00Z");

    @Override
    public CspConfig configuration() {
        return CspConfig.of(
                QualifiedDateTime.of(LAST_CHANGED),
                Arrays.stream(TargetFormat.values())
                        .map(it -> CspConfig.Targeting.of(it, RequestType.values()))
                        .toList());
    }
}

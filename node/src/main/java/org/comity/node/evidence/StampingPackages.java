package org.comity.node.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.comity.node.evidence.seal.Seal;
import org.comity.node.evidence.seal.Sealer;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks for timestamps beside the work, so that an authority that is down delays a stamp and nothing else, and renews seals
 * before their newest stamp grows too old. What one replica stamped twice, the other keeps once.
 */
@Service
class StampingPackages {

    private static final Logger log = LoggerFactory.getLogger(StampingPackages.class);

    private static final int AT_ONCE = 20;

    private final CourtPackages packages;
    private final ObjectProvider<Sealer> sealer;
    private final SealSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    StampingPackages(
            CourtPackages packages,
            ObjectProvider<Sealer> sealer,
            SealSettings settings,
            TransactionOperations transactions,
            @WallClock Clock clock) {
        this.packages = packages;
        this.sealer = sealer;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    void stampWaiting() {
        packages.toStamp(AT_ONCE)
                .forEach(id -> grow(id, seal -> sealing().renew(sealing().stamp(seal))));
    }

    void renewOld() {
        packages.toRenew(clock.instant(), AT_ONCE)
                .forEach(id -> grow(id, seal -> sealing().renew(seal)));
    }

    /** Makes more of a seal. */
    @FunctionalInterface
    private interface Growth {
        Seal of(Seal seal) throws IOException;
    }

    private void grow(UUID id, Growth growth) {
        CourtPackage before = packages.find(id).orElseThrow();
        try {
            Seal seal = growth.of(before.seal());
            Instant now = clock.instant();
            Instant renewAt = Sealer.stampEnds(seal).minus(settings.renewBefore());
            transactions.execute(_ -> packages.grew(before, seal, now, renewAt));
        } catch (IOException unreached) {
            log.warn("The seal of {} waits for its timestamp: {}", before.mark(), unreached.getMessage());
            packages.trouble(id, String.valueOf(unreached.getMessage()));
        }
    }

    private Sealer sealing() {
        return sealer.getObject();
    }
}

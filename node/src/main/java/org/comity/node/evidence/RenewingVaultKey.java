package org.comity.node.evidence;

import java.util.List;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the node a new key and wraps every content's key again; no content is touched. The old key is deleted once nothing is
 * under it. After a crash, calling it again goes on.
 */
@Service
public class RenewingVaultKey {

    private static final int AT_ONCE = 200;

    private final Exhibits exhibits;
    private final Uploads uploads;
    private final VaultKeys keys;
    private final ReleasingEvidence releasing;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    RenewingVaultKey(
            Exhibits exhibits,
            Uploads uploads,
            VaultKeys keys,
            ReleasingEvidence releasing,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.releasing = releasing;
        this.exhibits = exhibits;
        this.uploads = uploads;
        this.keys = keys;
        this.transactions = transactions;
        this.events = events;
    }

    /** @return how many contents are under the new key that were under another */
    public int renew(Person by) {
        VaultStep.requireKeeper(by);
        int newest = keys.renew();
        int rewrapped = 0;
        for (int some = rewrapSome(newest); some > 0; some = rewrapSome(newest)) {
            rewrapped += some;
        }
        List<Integer> used = uploads.all().stream().map(it -> it.key().under()).toList();
        List<Integer> underway = releasing.keysInUse();
        keys.numbers().stream()
                .filter(number -> number != newest && !used.contains(number) && !underway.contains(number))
                .forEach(keys::forget);
        int count = rewrapped;
        transactions.executeWithoutResult(_ -> events.publishEvent(VaultStep.keyRenewed(by, newest, count)));
        return rewrapped;
    }

    private int rewrapSome(int newest) {
        Integer count = transactions.execute(_ -> {
            List<ExhibitId> some = exhibits.notUnder(newest, AT_ONCE);
            for (ExhibitId id : some) {
                var key = exhibits.key(id).orElseThrow();
                exhibits.rewrap(id, keys.wrap(keys.unwrap(key, id.value()), id.value()));
            }
            return some.size();
        });
        return count == null ? 0 : count;
    }
}

package org.comity.node.legislation.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.node.lawbook.CurrentLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The shipped data set with the published changes in the order of their editions. It is put together when first asked for
 * after a publication, and again on a day on which a change begins that has no day of its own in its row.
 */
@Component
class PublishedLaw implements CurrentLaw {

    private final LawBase shipped = LawBase.load();
    private final Proposals proposals;
    private final Clock clock;
    private final AtomicLong publications = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;

    PublishedLaw(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * What came out of putting changes on the shipped data.
     *
     * @param misfits published changes that could not be applied
     * @param changesOn next day on which a change begins to count that waits
     */
    record Snapshot(LawBase law, Set<ProposalId> misfits, Optional<LocalDate> changesOn) {
        boolean holdsOn(LocalDate today) {
            return changesOn.filter(day -> !today.isBefore(day)).isEmpty();
        }
    }

    @Override
    public LawBase now() {
        Snapshot known = snapshot;
        return known != null && known.holdsOn(today()) ? known.law() : load().law();
    }

    private synchronized Snapshot load() {
        Snapshot known = snapshot;
        if (known != null && known.holdsOn(today())) {
            return known;
        }
        long before = publications.get();
        Snapshot loaded = of(proposals.published());
        if (publications.get() == before) {
            snapshot = loaded; // else something was published meanwhile, and the next call reads it
        }
        return loaded;
    }

    /** The law as it would stand with these changes alone, in this order. */
    Snapshot of(List<Proposal> published) {
        LawBase law = shipped;
        Set<ProposalId> misfits = new HashSet<>();
        List<LocalDate> waiting = new ArrayList<>();
        for (Proposal proposal : published) {
            List<ProposedRow> due = new ArrayList<>();
            for (ProposedRow row : proposal.rows()) {
                Optional<LocalDate> later = Reading.effective(row).filter(today()::isBefore);
                if (later.isPresent() && hasNoDay(row)) {
                    waiting.add(later.get());
                } else {
                    due.add(row);
                }
            }
            Reading.Read read = new Reading(law).rows(due);
            if (!read.sound()) {
                misfits.add(proposal.id());
                continue;
            }
            try {
                law = law.with(read.changes());
            } catch (InvalidLawChangeException e) {
                misfits.add(proposal.id());
            }
        }
        return new Snapshot(law, misfits, waiting.stream().min(LocalDate::compareTo));
    }

    /** The directory of institutions knows no days, so that a change of it waits outside until its own. */
    private static boolean hasNoDay(ProposedRow row) {
        return row.kind() == Kind.AUTHORITY || row.kind() == Kind.AUTHORITY_END;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChangeStep step) {
        if (step.from().isPublic() || step.proposal().state().isPublic()) {
            forget();
        }
    }

    /** The next who asks reads what was published meanwhile. */
    void forget() {
        publications.incrementAndGet();
        snapshot = null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

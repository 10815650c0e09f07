package org.comity.node.evidence;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.node.evidence.ContentChecks.Due;
import org.comity.node.evidence.vault.Sealing;
import org.comity.node.evidence.vault.StoreUnavailable;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads contents again and compares them with what was taken in, since a disk loses bits in silence and a backup helps only
 * while there is one. Each content once in {@link VaultSettings#checkEvery}, the oldest first, and all when somebody asks.
 */
@Service
public class CheckingContents {

    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("evidence-check-now");

    private static final Logger log = LoggerFactory.getLogger(CheckingContents.class);

    /** Then the thread is given back; the next run goes on. */
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private final Exhibits exhibits;
    private final ContentChecks checks;
    private final VaultRoom room;
    private final VaultSettings settings;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Notices> notices;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    CheckingContents(
            Exhibits exhibits,
            ContentChecks checks,
            VaultRoom room,
            VaultSettings settings,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            ObjectProvider<Notices> notices,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.exhibits = exhibits;
        this.checks = checks;
        this.room = room;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.notices = notices;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Has every content read again, as soon as a thread is free. */
    @Transactional
    public void askForAll(Person by) {
        VaultStep.requireKeeper(by);
        checks.askForAll();
        events.publishEvent(VaultStep.checkAsked(by));
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(CHECK.getTaskName(), "all"), clock.instant());
    }

    /** @return whether some are left for another run */
    boolean checkDue() {
        Instant began = clock.instant();
        List<Due> due = checks.due(began.minus(settings.checkEvery()));
        for (Due next : due) {
            try {
                check(next);
            } catch (StoreUnavailable notNow) {
                log.warn("Contents are checked again when the store answers: {}", notNow.getMessage());
                return false;
            }
            if (Duration.between(began, clock.instant()).compareTo(AT_ONCE) > 0) {
                return true;
            }
        }
        return !due.isEmpty();
    }

    private void check(Due next) throws StoreUnavailable {
        Optional<Exhibit> exhibit = exhibits.find(next.exhibit());
        Optional<WrappedKey> key = exhibits.key(next.exhibit());
        if (exhibit.isEmpty() || key.isEmpty()) {
            return; // destroyed meanwhile
        }
        boolean sound = sound(exhibit.get(), key.get());
        if (!sound && exhibits.key(next.exhibit()).isEmpty()) {
            return; // while it was read
        }
        transactions.executeWithoutResult(status -> {
            checks.checked(next.exhibit(), clock.instant(), !sound);
            if (!sound && !next.damaged()) {
                tell(exhibit.get());
            }
        });
    }

    /** A store that does not answer says nothing about what is in it. */
    private boolean sound(Exhibit exhibit, WrappedKey key) throws StoreUnavailable {
        try {
            Sealing.Sealed read = room.measure(exhibit.id(), key);
            return read.size() == exhibit.size() && read.sha256().equals(exhibit.sha256());
        } catch (StoreUnavailable notNow) {
            throw notNow;
        } catch (IOException | RuntimeException unread) {
            log.error("The content of {} can't be read: {}", exhibit.mark(), unread.getMessage());
            return false;
        }
    }

    private void tell(Exhibit exhibit) {
        events.publishEvent(VaultStep.damaged(exhibit));
        Notice notice = Notice.of(NoticeKind.NODE, "/evidence/vault", "evidence.notice.damaged", exhibit.mark());
        notices.ifAvailable(telling -> {
            telling.tell(Audience.with(Role.ADMINISTRATOR), notice);
            telling.tell(Audience.with(Role.OVERSEER), notice);
        });
    }
}

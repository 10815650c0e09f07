package org.comity.node.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.node.checkup.Report.Line;
import org.comity.node.frame.Said;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Has every room try what it must be able to do, one after the other. */
@Service
public class Checkup {

    private static final Logger log = LoggerFactory.getLogger(Checkup.class);

    private final ObjectProvider<Check> checks;
    private final Reports reports;
    private final ComitySettings settings;
    private final Clock wallClock;
    private final AtomicReference<Optional<Progress>> progress = new AtomicReference<>(Optional.empty());

    Checkup(ObjectProvider<Check> checks, Reports reports, ComitySettings settings, @WallClock Clock wallClock) {
        this.checks = checks;
        this.reports = reports;
        this.settings = settings;
        this.wallClock = wallClock;
    }

    /**
     * How far a run is.
     *
     * @param number of the subject that is tried now, from 1
     */
    public record Progress(Subject now, int number, int of) {}

    /** Takes some seconds, more where a server does not answer or the journal is long. One run at a time. */
    public synchronized Report run() {
        var began = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
        var all = checks.stream().sorted(Comparator.comparing(Check::subject)).toList();
        var lines = new ArrayList<Line>();
        try {
            for (var check : all) {
                progress.set(Optional.of(new Progress(check.subject(), all.indexOf(check) + 1, all.size())));
                lines.addAll(lines(check));
            }
            var report =
                    new Report(began, Duration.ofMillis(began.until(wallClock.instant(), ChronoUnit.MILLIS)), lines);
            reports.keep(report);
            return report;
        } finally {
            progress.set(Optional.empty());
        }
    }

    /** Begins a run, unless one is on its way, and does not wait for it. */
    public void begin() {
        var first = new Progress(Subject.DATABASE, 1, Subject.values().length);
        if (progress.compareAndSet(Optional.empty(), Optional.of(first))) {
            Thread.ofVirtual().name("checkup").start(() -> {
                try {
                    run();
                } catch (RuntimeException e) {
                    log.error("The self-test could not be finished.", e);
                }
            });
        }
    }

    /** Of the run that is on its way, if one is. */
    public Optional<Progress> progress() {
        return progress.get();
    }

    public Optional<Report> last() {
        return reports.last();
    }

    /** As a report names this node. */
    public String node() {
        return settings.organisation() + ", " + settings.publicUrl();
    }

    private static List<Line> lines(Check check) {
        try {
            return check.look().stream()
                    .map(finding -> new Line(check.subject(), finding))
                    .toList();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of(broke(check, stop));
        } catch (Exception e) {
            log.warn("The check of {} broke off.", check.subject(), e);
            return List.of(broke(check, e));
        }
    }

    private static Line broke(Check check, Exception e) {
        var why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Line(check.subject(), Finding.failed(Said.of("checkup.broke", why), Said.of("checkup.broke.to-do")));
    }
}

package org.comity.node.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.law.Gaps;
import org.comity.law.State;
import org.comity.node.capacity.assessment.Limit;
import org.comity.node.directory.OwnNode;
import org.comity.node.frame.Said;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.Measured;
import org.comity.node.measured.MeasuringCooperation;
import org.springframework.stereotype.Component;

/** What this node can count of itself: its cooperation over the last year, and what its State's law lacks. */
@Component
public class CountedHere {

    /** ETS 185: the instrument on whose provisions the maturity model and the plan's ratios rest. */
    static final String INSTRUMENT = "ets185";

    private final MeasuringCooperation cooperation;
    private final CurrentLaw law;
    private final OwnNode own;
    private final KeepingThresholds thresholds;
    private final Clock clock;

    CountedHere(
            MeasuringCooperation cooperation, CurrentLaw law, OwnNode own, KeepingThresholds thresholds, Clock clock) {
        this.cooperation = cooperation;
        this.law = law;
        this.own = own;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Code of the State for which this node works. */
    public String state() {
        return own.state();
    }

    public String institution() {
        return own.organisation();
    }

    /** Of the twelve months up to and with this day. */
    public Measured yearUntil(LocalDate day) {
        return cooperation.between(day.minusYears(1).plusDays(1), day);
    }

    /** Provisions that the law of a State does not cover, or only partly, as far as is known. */
    public Set<String> gapsOf(State state) {
        var gaps = new TreeSet<String>();
        Gaps.of(law.now(), state.code(), INSTRUMENT, today())
                .ifPresent(it ->
                        it.toEnact().forEach(row -> gaps.add(row.provision().id())));
        return gaps;
    }

    /** What takes longer here than it should, by the theme that would shorten it. */
    Map<String, Said> delays() {
        var delays = new LinkedHashMap<String, Said>();
        var measured = yearUntil(today());
        late(measured, Gauge.PRESERVATION, Limit.PRESERVED_WITHIN, "cooperation-24-7", delays);
        late(measured, Gauge.EMERGENCY, Limit.EMERGENCY_WITHIN, "cooperation-24-7", delays);
        late(measured, Gauge.ASSISTANCE, Limit.ANSWERED_WITHIN, "judiciary", delays);
        return delays;
    }

    private void late(Measured measured, Gauge gauge, Limit limit, String theme, Map<String, Said> delays) {
        var atMost = thresholds.of(limit);
        measured.of(gauge)
                .filter(it -> it.value() > atMost)
                .ifPresent(it -> delays.putIfAbsent(
                        theme,
                        Said.of(
                                "capacity.match.delay." + gauge.token(),
                                Math.round(it.value()),
                                Math.round(atMost),
                                it.cases())));
    }
}

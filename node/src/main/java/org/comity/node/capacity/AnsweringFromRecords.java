package org.comity.node.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.law.Coverage;
import org.comity.law.Gaps;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.comity.node.capacity.assessment.Limit;
import org.comity.node.capacity.assessment.Verdict;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Span;
import org.comity.node.frame.Said;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.Measured;
import org.springframework.stereotype.Component;

/**
 * Answers criteria of the maturity model from what the node holds, each with its number and where to look it up. Where a
 * number decides only a part of a criterion, it is shown beside the question and a person decides.
 */
@Component
class AnsweringFromRecords {

    /** Instruments that were made for cooperation against cybercrime. */
    private static final List<String> MULTILATERAL =
            List.of("ets185", "uncc", "malabo", "arab2010", "cis2001", "cis2018");

    private static final List<String> NEWER = List.of("cets224", "eu2023-1543");

    private static final List<String> POWERS =
            List.of("ets185:16", "ets185:17", "ets185:18", "ets185:19", "ets185:20", "ets185:21");

    private static final List<String> PRESERVING = POWERS.subList(0, 3);

    private final CurrentLaw law;
    private final CountedHere counted;
    private final KeepingRegister register;
    private final KeepingThresholds thresholds;

    AnsweringFromRecords(CurrentLaw law, CountedHere counted, KeepingRegister register, KeepingThresholds thresholds) {
        this.law = law;
        this.counted = counted;
        this.register = register;
        this.thresholds = thresholds;
    }

    /**
     * What the records say of a criterion.
     *
     * @param verdict empty where a person must decide
     * @param said with the number
     * @param source page on which it can be looked up
     */
    record Found(Optional<Verdict> verdict, Said said, String source) {

        static Found decided(boolean met, Said said, String source) {
            return new Found(Optional.of(met ? Verdict.MET : Verdict.NOT_MET), said, source);
        }

        /** It can still be not met, but not more. */
        static Found unless(boolean failed, Said said, String source) {
            return new Found(failed ? Optional.of(Verdict.NOT_MET) : Optional.empty(), said, source);
        }
    }

    /** By criterion. */
    Map<String, Found> of(String state, LocalDate on) {
        var found = new LinkedHashMap<String, Found>();
        ofLaw(StateCode.of(state), on, found);
        if (state.equals(counted.state())) {
            ofCooperation(counted.yearUntil(on), found);
        }
        ofTraining(on, found);
        ofAwareness(state, on, found);
        return found;
    }

    private void ofLaw(StateCode state, LocalDate on, Map<String, Found> found) {
        var base = law.now();
        var page = "/law/states/" + state + "?on=" + on;
        Gaps.of(base, state, CountedHere.INSTRUMENT, on).ifPresent(gaps -> {
            var offences = ratio(offences(gaps));
            var powers = ratio(coverages(gaps, POWERS));
            offences.ifPresent(ratio -> {
                var said = Said.of("capacity.found.offences", hundredths(ratio));
                found.put("legislation-2-1", Found.decided(ratio >= share(Limit.OFFENCES_SOME), said, page));
                found.put("legislation-3-1", Found.decided(ratio >= share(Limit.OFFENCES_MOST), said, page));
            });
            var preserving = coverages(gaps, PRESERVING);
            if (!preserving.contains(Coverage.UNKNOWN)) {
                found.put(
                        "legislation-3-2",
                        Found.decided(
                                preserving.stream().allMatch(Coverage.FULL::equals),
                                Said.of("capacity.found.preserving", count(preserving, Coverage.FULL)),
                                page));
            }
            if (offences.isPresent() && powers.isPresent()) {
                found.put(
                        "legislation-4-1",
                        Found.decided(
                                offences.get() >= 1 && powers.get() >= 1,
                                Said.of("capacity.found.all", hundredths(offences.get()), hundredths(powers.get())),
                                page));
            }
        });
        var bound = bound(base, state, on, MULTILATERAL);
        found.put(
                "legislation-4-2",
                Found.decided(
                        !bound.isEmpty(),
                        Said.of("capacity.found.bound", bound.size(), String.join(", ", bound)),
                        page));
        var newer = NEWER.stream()
                .filter(id -> base.boundOn(state, id, on)
                        || base.status(state, id)
                                .flatMap(it -> it.signature())
                                .filter(day -> !day.isAfter(on))
                                .isPresent())
                .toList();
        found.put(
                "legislation-5-2",
                Found.decided(
                        !newer.isEmpty(),
                        Said.of("capacity.found.newer", newer.size(), String.join(", ", newer)),
                        page));
        if (base.authoritiesOf(state).stream().anyMatch(it -> it.function().equals("24-7-contact"))) {
            found.put("cooperation-2-1", Found.decided(true, Said.of("capacity.found.contact-point"), page));
        }
    }

    private static List<String> bound(LawBase base, StateCode state, LocalDate on, List<String> among) {
        return among.stream().filter(id -> base.boundOn(state, id, on)).toList();
    }

    private static List<Coverage> offences(Gaps gaps) {
        return gaps.required().stream()
                .filter(row -> row.provision().isOffence())
                .map(Gaps.Row::coverage)
                .toList();
    }

    private static List<Coverage> coverages(Gaps gaps, List<String> provisions) {
        return gaps.required().stream()
                .filter(row -> provisions.contains(row.provision().id()))
                .map(Gaps.Row::coverage)
                .toList();
    }

    /** Full 1, in part a half. What is not known makes the whole unknown where it is more than a third. */
    static Optional<Double> ratio(List<Coverage> coverages) {
        if (coverages.isEmpty() || 3 * count(coverages, Coverage.UNKNOWN) > coverages.size()) {
            return Optional.empty();
        }
        return Optional.of(
                (count(coverages, Coverage.FULL) + 0.5 * count(coverages, Coverage.PARTIAL)) / coverages.size());
    }

    private static long count(List<Coverage> coverages, Coverage wanted) {
        return coverages.stream().filter(wanted::equals).count();
    }

    private double share(Limit limit) {
        return thresholds.of(limit) / 100;
    }

    private static String hundredths(double ratio) {
        return Math.round(100 * ratio) + " %";
    }

    Optional<Double> offenceRatio(StateCode state, LocalDate on) {
        return Gaps.of(law.now(), state, CountedHere.INSTRUMENT, on).flatMap(gaps -> ratio(offences(gaps)));
    }

    Optional<Double> powerRatio(StateCode state, LocalDate on) {
        return Gaps.of(law.now(), state, CountedHere.INSTRUMENT, on).flatMap(gaps -> ratio(coverages(gaps, POWERS)));
    }

    private void ofCooperation(Measured measured, Map<String, Found> found) {
        var page = "/board";
        measured.of(Gauge.TAKEN_IN)
                .ifPresent(it -> found.put(
                        "cooperation-3-2", Found.decided(true, Said.of("capacity.found.counted", it.cases()), page)));
        measured.of(Gauge.ACKNOWLEDGEMENT).ifPresent(it -> {
            var within = thresholds.of(Limit.ACKNOWLEDGED_WITHIN);
            var inTime = measured.of(Gauge.PRESERVED_IN_TIME);
            var said = Said.of(
                    "capacity.found.acknowledged",
                    one(it.value()),
                    it.cases(),
                    inTime.map(share -> hundredths(share.value())).orElse("–"));
            found.put(
                    "cooperation-3-1",
                    inTime.map(share -> Found.decided(
                                    it.value() <= within && share.value() >= share(Limit.PRESERVED_IN_TIME),
                                    said,
                                    page))
                            .orElseGet(() -> Found.unless(it.value() > within, said, page)));
        });
        measured.of(Gauge.PRESERVATION)
                .ifPresent(it -> found.put(
                        "cooperation-4-1",
                        Found.unless(
                                it.value() > thresholds.of(Limit.PRESERVED_WITHIN),
                                Said.of("capacity.found.preservation", one(it.value()), it.cases()),
                                page)));
        measured.of(Gauge.ASSISTANCE).ifPresent(it -> {
            var said = Said.of("capacity.found.assistance", one(it.value()), it.cases());
            found.put("cooperation-4-2", Found.decided(it.value() <= thresholds.of(Limit.ANSWERED_WITHIN), said, page));
            var lost = measured.of(Gauge.LOST).map(Measured.Figure::value).orElse(0.0);
            found.put(
                    "cooperation-5-2",
                    Found.decided(it.value() <= thresholds.of(Limit.ANSWERED_SOON) && lost == 0, said, page));
        });
        measured.of(Gauge.EMERGENCY)
                .ifPresent(it -> found.put(
                        "cooperation-5-1",
                        Found.unless(
                                it.value() > thresholds.of(Limit.EMERGENCY_WITHIN),
                                Said.of("capacity.found.emergency", one(it.value()), it.cases()),
                                page)));
        measured.of(Gauge.REFUSED_ON_A_GROUND)
                .ifPresent(it -> found.put(
                        "public-private-4-1",
                        Found.unless(
                                it.value() < share(Limit.GROUNDS_NAMED),
                                Said.of(
                                        "capacity.found.grounds",
                                        hundredths(it.value()),
                                        it.cases(),
                                        grounds(measured)),
                                page)));
        measured.of(Gauge.REASONED)
                .ifPresent(it -> found.put(
                        "safeguards-4-1",
                        Found.unless(
                                it.value() < share(Limit.REASONED),
                                Said.of("capacity.found.reasoned", hundredths(it.value()), it.cases()),
                                page)));
        long times = Stream.of(Gauge.ACKNOWLEDGEMENT, Gauge.PRESERVATION, Gauge.ASSISTANCE, Gauge.EMERGENCY)
                .filter(gauge -> measured.of(gauge).isPresent())
                .count();
        if (times > 0) {
            found.put("statistics-4-1", new Found(Optional.empty(), Said.of("capacity.found.times", times), page));
        }
    }

    private static String grounds(Measured measured) {
        return String.join(
                ", ",
                measured.refusals().stream()
                        .limit(5)
                        .map(it -> (it.ground().isEmpty() ? "–" : it.ground()) + " " + it.count())
                        .toList());
    }

    private static String one(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }

    private void ofTraining(LocalDate on, Map<String, Found> found) {
        var held = during(Kind.SESSION, on);
        if (held.isEmpty()) {
            return;
        }
        var page = "/capacity/sessions";
        long domestic =
                held.stream().filter(it -> it.cell("domestic").equals("yes")).count();
        var said = Said.of("capacity.found.sessions", held.size(), domestic);
        found.put("training-2-1", Found.decided(domestic >= share(Limit.DOMESTIC_SOME) * held.size(), said, page));
        found.put("training-3-1", Found.unless(held.size() < 2, said, page));
        found.put("training-4-1", Found.unless(domestic < share(Limit.DOMESTIC_MOST) * held.size(), said, page));
    }

    private void ofAwareness(String state, LocalDate on, Map<String, Found> found) {
        var channels = register.data().channels().stream()
                .filter(it -> it.state().value().equals(state))
                .map(it -> it.channel())
                .toList();
        if (!channels.isEmpty()) {
            var said = Said.of("capacity.found.channels", String.join(", ", channels));
            found.put("awareness-reporting-2-1", Found.decided(true, said, "/report-cybercrime"));
            found.put("awareness-reporting-3-1", Found.decided(true, said, "/report-cybercrime"));
        }
        var campaigns = during(Kind.CAMPAIGN, on);
        if (!campaigns.isEmpty()) {
            Set<String> groups = new TreeSet<>();
            campaigns.forEach(it -> groups.addAll(it.parts("groups")));
            found.put(
                    "awareness-reporting-4-1",
                    Found.unless(
                            groups.size() < thresholds.of(Limit.GROUPS_REACHED),
                            Said.of("capacity.found.groups", campaigns.size(), groups.size()),
                            "/capacity/campaigns"));
        }
    }

    /** In the twelve months up to and with this day. */
    List<Entry> during(Kind kind, LocalDate day) {
        var year = Span.of(day.minusYears(1).plusDays(1).toString(), day.toString());
        return new ArrayList<>(register.standing(kind).stream()
                .filter(it -> it.span().from().isPresent()
                        && it.span().from().filter(day::isBefore).isEmpty())
                .filter(it -> new Span(it.span().from(), it.span().until().or(it.span()::from)).meets(year))
                .toList());
    }
}

package org.comity.node.cooperation.web;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.PlannedRoute;
import org.jspecify.annotations.Nullable;

/**
 * A planned route as it is shown: law with its marks, its citations, and how sure each fact is.
 *
 * @param number from 1, in the planner's order
 * @param title what the provision is about
 * @param channel message key
 */
record RouteCard(
        int number,
        String provision,
        String cite,
        String title,
        String instrument,
        String standing,
        String channel,
        @Nullable String authority,
        String dualCriminality,
        @Nullable String leastKept,
        String plannedFor,
        boolean usable,
        List<Reason> findings,
        List<Article> grounds,
        List<Article> contents,
        List<TimeSet> deadlines) {

    /** A finding. @param tone met, unmet, may or dunno, with its mark */
    record Reason(
            String tone,
            String mark,
            String text,
            String cite,
            @Nullable String source,
            @Nullable String basis) {}

    /** Something that a provision lists. */
    record Article(String id, String cite, String text) {}

    record TimeSet(String what, String cite, @Nullable String length) {}

    private static final Map<String, String> TONES =
            Map.of("met", "met", "not-met", "unmet", "discretionary", "may", "unknown", "dunno");
    private static final Map<String, String> MARKS = Map.of("met", "✓", "unmet", "✗", "may", "~", "dunno", "?");

    /** @param reasons gives an English reason in the reader's language */
    static RouteCard of(
            int number, PlannedRoute route, UnaryOperator<String> reasons, Citations citations, Wording wording) {
        return new RouteCard(
                number,
                route.provision(),
                citations.of(route.provision()),
                citations.title(route.provision()).orElseGet(() -> citations.of(route.provision())),
                citations.instrument(route.instrument()).orElse(route.instrument()),
                route.standing(),
                route.channel(),
                route.authority().orElse(null),
                route.dualCriminality(),
                route.leastKept()
                        .flatMap(PlannedRoute.Deadline::period)
                        .map(period -> words(period, wording))
                        .orElse(null),
                route.plannedFor().toString(),
                route.isUsable(),
                route.findings().stream()
                        .map(it -> reason(it, reasons, citations))
                        .toList(),
                route.offeredGrounds().stream()
                        .map(it -> new Article(it.id(), citations.of(it.id()), citations.ground(it)))
                        .toList(),
                route.contents().stream()
                        .map(it -> new Article(it.id(), citations.of(it.id()), citations.element(it.id(), it.text())))
                        .toList(),
                route.deadlines().stream()
                        .map(it -> new TimeSet(
                                citations.deadline(it),
                                citations.of(it.provision()),
                                it.period()
                                        .map(period -> words(period, wording))
                                        .orElse(null)))
                        .toList());
    }

    /** Why a closed route is closed. */
    public List<Reason> obstacles() {
        return findings.stream().filter(it -> it.tone().equals("unmet")).toList();
    }

    private static Reason reason(PlannedRoute.Finding finding, UnaryOperator<String> reasons, Citations citations) {
        var tone = TONES.getOrDefault(finding.result(), "dunno");
        return new Reason(
                tone,
                MARKS.getOrDefault(tone, "?"),
                reasons.apply(finding.reason()),
                citations.of(finding.provision()),
                said(finding.source()).orElse(null),
                said(finding.basis()).orElse(null));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    /** Days where there are only days, as treaties count them. */
    private static String words(Period period, Wording wording) {
        var months = period.toTotalMonths();
        return months == 0 ? wording.of("days", period.getDays()) : wording.of("months", months, period.getDays());
    }
}

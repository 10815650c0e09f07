package org.comity.node.capacity;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.law.StateCode;
import org.comity.node.capacity.plan.Indicator;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Span;
import org.comity.node.measured.Gauge;
import org.springframework.stereotype.Component;

/** Before and after: each indicator as it was in the year before the plan began, and as it is now. */
@Component
class MeasuringPlan {

    private final CountedHere counted;
    private final AnsweringFromRecords records;
    private final KeepingRegister register;
    private final MatchingNeeds matching;

    MeasuringPlan(CountedHere counted, AnsweringFromRecords records, KeepingRegister register, MatchingNeeds matching) {
        this.counted = counted;
        this.records = records;
        this.register = register;
        this.matching = matching;
    }

    /** What a plan for others aims at can't be read off this node's own cooperation; its budget can be off any plan. */
    boolean counts(Plan plan, Indicator indicator) {
        return indicator.isCounted() && (plan.isNational() || indicator == Indicator.FUNDS_COMMITTED);
    }

    Optional<Double> before(Plan plan, Indicator indicator, Plan.Aim aim) {
        if (!counts(plan, indicator)) {
            return aim.values().stream().findFirst().map(Plan.Value::value);
        }
        var first = Span.of(plan.from(), "").from().orElse(LocalDate.parse(aim.since()));
        return value(plan, indicator, first.isAfter(counted.today()) ? counted.today() : first.minusDays(1));
    }

    Optional<Double> now(Plan plan, Indicator indicator, Plan.Aim aim) {
        return counts(plan, indicator)
                ? value(plan, indicator, counted.today())
                : aim.values().isEmpty()
                        ? Optional.empty()
                        : Optional.of(aim.values().getLast().value());
    }

    private Optional<Double> value(Plan plan, Indicator indicator, LocalDate day) {
        return indicator
                .gauge()
                .map(gauge -> counted.yearUntil(day)
                        .of(gauge)
                        .map(it -> gauge.unit() == Gauge.Unit.SHARE ? 100 * it.value() : it.value()))
                .orElseGet(() -> other(plan, indicator, day));
    }

    private Optional<Double> other(Plan plan, Indicator indicator, LocalDate day) {
        var state = StateCode.of(counted.state());
        return switch (indicator) {
            case OFFENCE_COVERAGE -> records.offenceRatio(state, day).map(it -> 100 * it);
            case POWER_COVERAGE -> records.powerRatio(state, day).map(it -> 100 * it);
            case DOMESTIC_COURSES -> {
                var held = records.during(Kind.SESSION, day);
                yield share(
                        held.stream()
                                .filter(it -> it.cell("domestic").equals("yes"))
                                .count(),
                        held.size());
            }
            case REQUESTS_MATCHED -> {
                var needs = register.standing(Kind.NEED);
                yield share(
                        needs.stream()
                                .map(matching::standing)
                                .filter(it -> !it.equals("unmet") && !it.equals("proposed"))
                                .count(),
                        needs.size());
            }
            case FUNDS_COMMITTED ->
                share(
                        plan.activities().stream()
                                .mapToLong(Plan.Activity::funded)
                                .sum(),
                        plan.activities().stream()
                                .mapToLong(Plan.Activity::cost)
                                .sum());
            default -> Optional.empty();
        };
    }

    private static Optional<Double> share(long part, long all) {
        return all == 0 ? Optional.empty() : Optional.of(100.0 * part / all);
    }
}

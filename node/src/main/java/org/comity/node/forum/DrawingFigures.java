package org.comity.node.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.comity.law.Gaps;
import org.comity.law.StateCode;
import org.comity.node.forum.recommendation.DrawnFigure;
import org.comity.node.forum.recommendation.DrawnFigure.Kind;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.MeasuringCooperation;
import org.springframework.stereotype.Component;

/** Draws numbers from what this node measured of its cooperation, and from the law base. */
@Component
public class DrawingFigures {

    /** Fewer cases could point at a person; the statistics of oversight tell no smaller number either. */
    static final int FEWEST = 5;

    private final MeasuringCooperation cooperation;
    private final CurrentLaw law;
    private final Clock clock;

    DrawingFigures(MeasuringCooperation cooperation, CurrentLaw law, Clock clock) {
        this.cooperation = cooperation;
        this.law = law;
        this.clock = clock;
    }

    DrawnFigure measured(Person by, String token, LocalDate from, LocalDate until) {
        var gauge = Arrays.stream(Gauge.values())
                .filter(it -> it.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new ForumRefused("gauge", Said.of("forum.refused.gauge")));
        if (until.isBefore(from)) {
            throw new ForumRefused("until", Said.of("forum.refused.until"));
        }
        if (until.isAfter(today())) {
            throw new ForumRefused("until", Said.of("forum.refused.days-to-come"));
        }
        var figure = cooperation
                .between(from, until)
                .of(gauge)
                .filter(it -> it.cases() >= FEWEST)
                .orElseThrow(() -> new ForumRefused("gauge", Said.of("forum.refused.few", FEWEST)));
        return new DrawnFigure(
                Kind.MEASURED,
                gauge.token(),
                figure.value(),
                gauge.unit().token(),
                figure.cases(),
                from,
                until,
                "",
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** How many provisions of an instrument the law of a State does not cover today, or only partly, as far as is known. */
    DrawnFigure gaps(Person by, String state, String instrument) {
        var base = law.now();
        var today = today();
        if (!state.matches("[A-Z]{2}") || base.state(StateCode.of(state)).isEmpty()) {
            throw new ForumRefused("state", Said.of("forum.refused.state", state));
        }
        var gaps = Gaps.of(base, StateCode.of(state), instrument, today)
                .orElseThrow(() -> new ForumRefused("instrument", Said.of("forum.refused.instrument", instrument)));
        return new DrawnFigure(
                Kind.GAPS,
                state + ":" + instrument,
                gaps.toEnact().size(),
                Gauge.Unit.COUNT.token(),
                gaps.provisions().size(),
                today,
                today,
                base.version(),
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}

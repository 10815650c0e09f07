package org.comity.node.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.law.Gaps;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.Measured;
import org.junit.jupiter.api.Test;

class DrawingFiguresTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LawBase LAW = LawBase.load();
    private static final Person RAPPORTEUR =
            new Person(new PersonId(new UUID(0, 1)), "rapporteur", Set.of(Role.RAPPORTEUR));

    private final DrawingFigures drawing = new DrawingFigures(
            (from, until) -> new Measured(
                    from,
                    until,
                    Map.of(
                            Gauge.PRESERVATION, new Measured.Figure(31.5, 12),
                            Gauge.REFUSED, new Measured.Figure(0.25, 4)),
                    List.of()),
            () -> LAW,
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void aNumberIsDrawnWithItsUnitItsCasesItsDaysAndTheMoment() {
        var figure = drawing.measured(RAPPORTEUR, "preservation", FIRST, TODAY);

        assertThat(figure.inALine())
                .isEqualTo("preservation = 31.5 hours, 12 counted, 2026-01-01/2026-11-23, drawn 2026-11-23T10:00:00Z");
        assertThat(figure.source()).isEqualTo("/oversight/statistics");
    }

    @Test
    void aNumberOfFewCasesOrOfDaysToComeOrOfNothingIsNotDrawn() {
        assertThatThrownBy(() -> drawing.measured(RAPPORTEUR, "refused", FIRST, TODAY))
                .isInstanceOf(ForumRefused.class);
        assertThatThrownBy(() -> drawing.measured(RAPPORTEUR, "preservation", FIRST, TODAY.plusDays(1)))
                .isInstanceOf(ForumRefused.class);
        assertThatThrownBy(() -> drawing.measured(RAPPORTEUR, "assistance", FIRST, TODAY))
                .isInstanceOf(ForumRefused.class);
        assertThatThrownBy(() -> drawing.measured(RAPPORTEUR, "unheard", FIRST, TODAY))
                .isInstanceOf(ForumRefused.class);
    }

    @Test
    void gapsAreThoseThatTheLawBaseShowsOnTheDay() {
        var figure = drawing.gaps(RAPPORTEUR, "GH", "ets185");

        assertThat(figure.value())
                .isEqualTo(Gaps.of(LAW, StateCode.of("GH"), "ets185", TODAY)
                        .orElseThrow()
                        .toEnact()
                        .size());
        assertThat(figure.edition()).isEqualTo(LAW.version());
        assertThatThrownBy(() -> drawing.gaps(RAPPORTEUR, "GH", "ets999")).isInstanceOf(ForumRefused.class);
    }
}

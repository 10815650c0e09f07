package org.comity.node.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WishesTests {

    private static final Instant TEN_PM = Instant.parse("2026-11-22T22:00:00Z");
    private static final Notice ARRIVED = Notice.of(NoticeKind.ARRIVED, "/incoming", "notice.hand-over", "x");

    @Test
    void quietHoursHoldAMailUntilTheyAreOver() {
        var night = wishes(quiet("21:00", "07:00"));

        assertThat(night.mailDue(ARRIVED, TEN_PM)).hasValue(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(night.mailDue(ARRIVED, TEN_PM.plusSeconds(3600 * 5)))
                .hasValue(Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(night.mailDue(ARRIVED, Instant.parse("2026-11-22T07:00:00Z")))
                .hasValue(Instant.parse("2026-11-22T07:00:00Z"));
    }

    @Test
    void quietHoursAreThoseOfThePersonsClock() {
        var lisbonInSummer = new Wishes.Quiet(LocalTime.of(23, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Lisbon"));

        assertThat(lisbonInSummer.endOf(Instant.parse("2026-07-01T22:00:00Z")))
                .hasValue(Instant.parse("2026-07-02T05:00:00Z"));
    }

    @Property
    void anEmergencyIsNeverHeld(@ForAll @IntRange(max = 1439) int from, @ForAll @IntRange(max = 1439) int until) {
        var quiet = new Wishes.Quiet(
                LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L), ZoneOffset.UTC);
        var nothing = new Wishes(Optional.of("desk@example.org"), Set.of(), Set.of(), Optional.of(quiet));

        assertThat(nothing.shows(ARRIVED.asEmergency())).isTrue();
        assertThat(nothing.mailDue(ARRIVED.asEmergency(), TEN_PM)).hasValue(TEN_PM);
        assertThat(nothing.mailDue(ARRIVED, TEN_PM)).isEmpty();
    }

    @Property
    void whenTheQuietIsOverItIsQuietNoMoreAndItNeverLastsADay(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until,
            @ForAll @IntRange(max = 86399) int at) {
        var quiet = new Wishes.Quiet(
                LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L), ZoneOffset.UTC);
        var now = Instant.parse("2026-11-22T00:00:00Z").plusSeconds(at);

        quiet.endOf(now).ifPresent(end -> {
            assertThat(end).isAfter(now).isBefore(now.plusSeconds(86400));
            assertThat(quiet.endOf(end)).isEmpty();
        });
    }

    @Test
    void whoGaveNoAddressGetsNoMail() {
        assertThat(Wishes.UNSAID.mailDue(ARRIVED.asEmergency(), TEN_PM)).isEmpty();
        assertThat(Wishes.UNSAID.shows(ARRIVED)).isTrue();
    }

    private static Wishes wishes(Wishes.Quiet quiet) {
        return new Wishes(
                Optional.of("desk@example.org"),
                EnumSet.allOf(NoticeKind.class),
                EnumSet.allOf(NoticeKind.class),
                Optional.of(quiet));
    }

    private static Wishes.Quiet quiet(String from, String until) {
        return new Wishes.Quiet(LocalTime.parse(from), LocalTime.parse(until), ZoneOffset.UTC);
    }
}

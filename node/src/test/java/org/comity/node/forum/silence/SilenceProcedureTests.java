package org.comity.node.forum.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.silence.SilenceAct.Kind;
import org.comity.node.forum.silence.SilenceProcedure.Standing;
import org.junit.jupiter.api.Test;

class SilenceProcedureTests {

    private static final Instant BEGIN = Instant.parse("2018-01-20T17:00:00Z");
    private static final Instant END = Instant.parse("2018-01-23T17:00:00Z");
    private static final Party BRAZIL = Party.state("BR");
    private static final Party NETHERLANDS = Party.state("NL");

    @Property
    void anObjectionBreaksTheSilenceExactlyWhenItIsReceivedNoLaterThanTheEnd(
            @ForAll @LongRange(min = -3_000_000_000L, max = 3_000_000_000L) long nanosFromTheEnd) {
        var received = END.plusNanos(nanosFromTheEnd);
        var running = aProcedure(true);

        if (received.isAfter(END)) {
            assertThatThrownBy(() -> running.object(BRAZIL, Kind.OBJECTION, "", received))
                    .isInstanceOf(SilenceRefused.class);
            assertThat(running.standing(received)).isEqualTo(Standing.ADOPTED);
        } else {
            var objected = running.object(BRAZIL, Kind.OBJECTION, "", received);
            assertThat(objected.standing(END)).isEqualTo(Standing.OBJECTED);
            assertThat(objected.standing(END.plusNanos(1))).isEqualTo(Standing.NOT_ADOPTED);
            assertThat(objected.settle(END.plusSeconds(1), "1")
                            .settled()
                            .orElseThrow()
                            .outcome())
                    .isEqualTo(Standing.NOT_ADOPTED);
        }
    }

    @Test
    void anEndByLocalClocksIsOneInstantOrNone() {
        assertThat(LocalEnd.of("2027-03-28T17:00", "Europe/Vienna")).isEqualTo("2027-03-28T15:00:00Z");
        assertThat(LocalEnd.of("2027-03-28T01:59", "Europe/Vienna")).isEqualTo("2027-03-28T00:59:00Z");
        assertThat(LocalEnd.of("2027-10-31T03:00", "Europe/Vienna")).isEqualTo("2027-10-31T02:00:00Z");
        for (var never : List.of("2027-03-28T02:00", "2027-03-28T02:59:59")) {
            assertThat(refusal(never, "Europe/Vienna")).endsWith("two-o-clocks");
        }
        for (var twice : List.of("2027-10-31T02:00", "2027-10-31T02:59:59")) {
            assertThat(refusal(twice, "Europe/Vienna")).endsWith("two-o-clocks");
        }
        assertThat(refusal("tomorrow", "UTC")).endsWith("moment");
        assertThat(refusal("2027-03-28T17:00", "Atlantis")).endsWith("zone");
    }

    private static String refusal(String end, String zone) {
        return catchThrowableOfType(SilenceRefused.class, () -> LocalEnd.of(end, zone))
                .said()
                .key();
    }

    @Test
    void theInstantOfTheEndIsInTimeAndTheNextOneIsNot() {
        assertThat(aProcedure(true).standing(END)).isEqualTo(Standing.RUNNING);
        assertThat(aProcedure(true).standing(END.plusNanos(1))).isEqualTo(Standing.ADOPTED);
        assertThat(aProcedure(true).standing(BEGIN.minusNanos(1))).isEqualTo(Standing.NOT_BEGUN);
    }

    @Property(tries = 300)
    void atEachInstantThereIsOneStandingAndAFinalOneStays(
            @ForAll("acts") List<Kind> kinds,
            @ForAll("acts") List<Kind> others,
            @ForAll boolean withdrawal,
            @ForAll @LongRange(min = 1, max = 100) long step) {
        var procedure = aProcedure(withdrawal);
        var at = BEGIN;
        for (int turn = 0; turn < Math.max(kinds.size(), others.size()); turn++) {
            at = at.plus(Duration.ofHours(step));
            procedure = tried(procedure, turn < kinds.size() ? kinds.get(turn) : Kind.OBJECTION, BRAZIL, at);
            procedure = tried(procedure, turn < others.size() ? others.get(turn) : Kind.WITHDRAWAL, NETHERLANDS, at);
        }
        Optional<Standing> last = Optional.empty();
        for (var now = BEGIN.minusSeconds(60);
                now.isBefore(procedure.end().plus(Duration.ofDays(30)));
                now = now.plus(Duration.ofHours(7))) {
            var standing = procedure.standing(now);
            if (last.filter(Standing::isFinal).isPresent()) {
                assertThat(standing).isEqualTo(last.orElseThrow());
            }
            last = Optional.of(standing);
        }
        assertThat(last.orElseThrow().isFinal()).isTrue();
        var settled = procedure.settle(procedure.end().plus(Duration.ofDays(30)), "1");
        assertThat(settled.settled().orElseThrow().outcome()).isEqualTo(last.orElseThrow());
        assertThat(settled.settle(procedure.end().plus(Duration.ofDays(60)), "2"))
                .isEqualTo(settled);
    }

    @Property(tries = 200)
    void anExtensionOnlyEverMovesTheEndOnAndTheRulesCountThem(
            @ForAll @LongRange(min = -100, max = 100) long hours, @ForAll @LongRange(min = 1, max = 71) long after) {
        var running = aProcedure(true);
        var at = BEGIN.plus(Duration.ofHours(after));
        var later = END.plus(Duration.ofHours(hours));
        if (hours <= 0) {
            assertThatThrownBy(() -> running.extend(Optional.empty(), later, "", at))
                    .isInstanceOf(SilenceRefused.class);
        } else {
            var extended = running.extend(Optional.empty(), later, "", at);
            assertThat(extended.end()).isEqualTo(later).isAfter(END);
            assertThat(extended.standing(END.plusSeconds(1))).isEqualTo(Standing.RUNNING);
            assertThatThrownBy(() -> extended.extend(Optional.empty(), later.plusSeconds(3600), "", at))
                    .isInstanceOf(SilenceRefused.class);
        }
        assertThatThrownBy(() -> running.extend(Optional.of(BRAZIL), END.plusSeconds(3600), "", at))
                .isInstanceOf(SilenceRefused.class);
    }

    @Test
    void aWithdrawalBeforeTheEndLetsTheSilenceRunOnAndAnotherObjectionStillStands() {
        var at = BEGIN.plusSeconds(3600);
        var both = aProcedure(true)
                .object(BRAZIL, Kind.OBJECTION, "", at)
                .object(NETHERLANDS, Kind.AMENDMENT, "Add: and later.", at);

        var one = both.withdraw(BRAZIL, at.plusSeconds(1));
        assertThat(one.standing(END.plusSeconds(1))).isEqualTo(Standing.NOT_ADOPTED);
        assertThat(one.withdraw(NETHERLANDS, END).standing(END.plusSeconds(1))).isEqualTo(Standing.ADOPTED);
        assertThatThrownBy(() -> one.withdraw(NETHERLANDS, END.plusNanos(1))).isInstanceOf(SilenceRefused.class);
    }

    @Test
    void whereNoWithdrawalIsAllowedOneObjectionEndsIt() {
        var at = BEGIN.plusSeconds(3600);
        var broken = aProcedure(false).object(BRAZIL, Kind.OBJECTION, "", at);

        assertThat(broken.standing(at)).isEqualTo(Standing.NOT_ADOPTED);
        assertThatThrownBy(() -> broken.object(NETHERLANDS, Kind.OBJECTION, "", at.plusSeconds(1)))
                .isInstanceOf(SilenceRefused.class);
    }

    @Test
    void anObserverBreaksNothingAndAnAmendmentNeedsWords() {
        var running = aProcedure(true);
        assertThatThrownBy(() -> running.object(
                        new Party(Party.Kind.OBSERVER_STATE, "PS"), Kind.OBJECTION, "", BEGIN.plusSeconds(1)))
                .isInstanceOf(SilenceRefused.class);
        assertThatThrownBy(() -> running.object(BRAZIL, Kind.AMENDMENT, " ", BEGIN.plusSeconds(1)))
                .isInstanceOf(SilenceRefused.class);
    }

    @Test
    void explanationsAndConfirmationComeAfterTheOutcomeAndDoNotChangeIt() {
        var after = END.plusSeconds(10);
        var adopted = aProcedure(true).settle(after, "2018/1");
        var explained = adopted.explain(BRAZIL, "We understand it so.", after.plusSeconds(1))
                .confirm("eg-bureau-2018-01", after.plusSeconds(2), "secretariat");

        assertThat(explained.standing(after.plusSeconds(3))).isEqualTo(Standing.ADOPTED);
        assertThat(explained.settled().orElseThrow().number()).isEqualTo("2018/1");
        assertThatThrownBy(() -> aProcedure(true).confirm("m", END, "x")).isInstanceOf(SilenceRefused.class);
    }

    @Test
    void aRestartGivesTheWholePeriodAgain() {
        var at = END.minusSeconds(90);
        var again = aProcedure(true).restart(at, "The node was away for a day.");

        assertThat(Duration.between(again.begins(), again.end())).isGreaterThanOrEqualTo(Duration.ofHours(72));
        assertThat(again.standing(END.plusSeconds(1))).isEqualTo(Standing.RUNNING);
    }

    @Test
    void eachReminderGoesOutOnceAndAfterANodeWasDownOnlyTheLatest() {
        var running = aProcedure(true);
        assertThat(running.reminderDue(END.minus(Duration.ofHours(25)))).isEmpty();
        var day = running.reminderDue(END.minus(Duration.ofHours(24))).orElseThrow();
        var told = running.reminded(day);
        assertThat(told.reminderDue(END.minus(Duration.ofHours(2)))).isEmpty();
        assertThat(told.reminderDue(END.minus(Duration.ofMinutes(30)))).contains(END.minus(Duration.ofHours(1)));
        var hour = running.reminderDue(END.minus(Duration.ofMinutes(30))).orElseThrow();
        assertThat(running.reminded(hour).reminderDue(END)).isEmpty();
    }

    @Property(tries = 100)
    void aFrozenTextTellsAnyChangeButNotHowItsLinesEnd(@ForAll String body) {
        var frozen = FrozenText.of("Dates", "", body, List.of("en"));
        assertThat(frozen.isIntact()).isTrue();
        assertThat(FrozenText.of("Dates", "", body.replace("\n", "\r\n"), List.of("en"))
                        .sha256())
                .isEqualTo(FrozenText.of("Dates", "", body.replace("\r\n", "\n"), List.of("en"))
                        .sha256());
        assertThat(new FrozenText("Dates", "", frozen.body() + "x", List.of("en"), frozen.sha256()).isIntact())
                .isFalse();
    }

    @Test
    void aProcedureShorterThanItsRulesOrWithoutALanguageDoesNotBegin() {
        assertThatThrownBy(() -> aProcedure(true).withEnd(END.minusSeconds(60)).begun())
                .isInstanceOf(SilenceRefused.class);
        assertThatThrownBy(() -> aProcedure(true).withEnd(END.plusSeconds(1)).begun())
                .isInstanceOf(SilenceRefused.class);
        assertThatThrownBy(() -> aProcedure(true)
                        .withText(FrozenText.of("Dates", "", "3 to 5 April", List.of("fr")))
                        .begun())
                .isInstanceOf(SilenceRefused.class);
        assertThat(aProcedure(true).begun()).isEqualTo(aProcedure(true));
    }

    @Provide
    Arbitrary<List<Kind>> acts() {
        return Arbitraries.of(Kind.OBJECTION, Kind.AMENDMENT, Kind.WITHDRAWAL, Kind.EXTENSION, Kind.CANCELLATION)
                .list()
                .ofMaxSize(5);
    }

    private static SilenceProcedure tried(SilenceProcedure before, Kind kind, Party member, Instant at) {
        try {
            return switch (kind) {
                case OBJECTION, AMENDMENT -> before.object(member, kind, "words", at);
                case WITHDRAWAL -> before.withdraw(member, at);
                case EXTENSION -> before.extend(Optional.empty(), before.end().plusSeconds(3600), "", at);
                case CANCELLATION -> before.cancel(at, "why");
                case RESTART, EXPLANATION -> before;
            };
        } catch (SilenceRefused refused) {
            return before;
        }
    }

    static SilenceProcedure aProcedure(boolean withdrawal) {
        var rules = new SilenceRules(
                "plenary",
                "Plenary",
                Duration.ofHours(72),
                1,
                false,
                withdrawal,
                List.of("en"),
                List.of(Duration.ofHours(24), Duration.ofHours(1)),
                Provenance.entered("2018"));
        return new SilenceProcedure(
                "s",
                "cybercrime-eg",
                "ga-74-544",
                FrozenText.of("Dates of the fourth meeting", "", "3 to 5 April 2018", List.of("en")),
                rules,
                List.of(BRAZIL, NETHERLANDS),
                "Europe/Vienna",
                BEGIN,
                END,
                "",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}

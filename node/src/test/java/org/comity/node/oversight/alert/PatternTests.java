package org.comity.node.oversight.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.oversight.OversightSettings;
import org.comity.node.oversight.alert.Conduct.Approval;
import org.comity.node.oversight.alert.Conduct.Emergencies;
import org.comity.node.oversight.alert.Conduct.Refusal;
import org.comity.node.oversight.alert.Conduct.Waiting;
import org.junit.jupiter.api.Test;

class PatternTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final OversightSettings SETTINGS = new OversightSettings(
            5,
            30,
            Duration.ofHours(1),
            new OversightSettings.Patterns(
                    Duration.ofDays(90), Duration.ofDays(7), 5, Duration.ofSeconds(60), 5, 10, 0.9),
            new OversightSettings.Keep(1, 1, 1));

    private static final List<Refusal.Ground> LISTED = List.of(
            new Refusal.Ground("ets185:29(4)", "dual criminality, with a reservation"),
            new Refusal.Ground("ets185:29(5)(b)", "sovereignty, security, ordre public"));

    @Test
    void aCounterpartIsStalledAfterSevenDaysWithoutAWord() {
        var rule = new StalledPeers(SETTINGS);
        assertThat(rule.in(waiting(Duration.ofDays(7)))).isEmpty();
        assertThat(rule.in(waiting(Duration.ofDays(7).plusSeconds(1))))
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("BR-desk"))
                .satisfies(it -> assertThat(it.figures()).containsExactly("3", "7 d"))
                .satisfies(it -> assertThat(it.threshold()).isEqualTo("7 d"));
    }

    @Test
    void emergenciesAreRepeatedFromTheFifthOrFromTheFirstThatWasNone() {
        var rule = new RepeatedEmergencies(SETTINGS);
        assertThat(rule.in(emergencies(4, 0))).isEmpty();
        assertThat(rule.in(emergencies(5, 0))).hasSize(1);
        assertThat(rule.in(emergencies(1, 1)))
                .singleElement()
                .satisfies(it -> assertThat(it.figures()).containsExactly("1", "1"));
    }

    @Test
    void aRefusalNamesAGroundOfTheClosedListAndAsksForDualCriminalityOnlyWhereTheLawLetsIt() {
        assertThat(refused("ets185:29(5)(b)", "not-required")).isEmpty();
        assertThat(refused("ets185:29(4)", "not-met")).isEmpty();
        assertThat(refused("", "not-met")).containsExactly("no-ground");
        assertThat(refused("too-much-work", "not-met")).containsExactly("not-listed");
        assertThat(refused("ets185:29(4)", "not-required")).containsExactly("no-reservation");
        assertThat(refused("ets185:29(4)", "met")).containsExactly("dual-met");
    }

    @Test
    void approvalsAreTooQuickWhenHalfOfThemTakeLessThanAMinute() {
        var rule = new QuickApprovals(SETTINGS);
        assertThat(rule.in(approvals(took(5, 5, 5, 300)))).as("too few").isEmpty();
        assertThat(rule.in(approvals(took(5, 5, 60, 300, 300)))).isEmpty();
        assertThat(rule.in(approvals(took(5, 5, 59, 300, 300))))
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("approver"))
                .satisfies(it -> assertThat(it.figures()).containsExactly("5", "59 s"));
    }

    @Test
    void thePairIsAlwaysTheSameFromNineInTen() {
        var rule = new AlwaysTheSamePair(SETTINGS);
        assertThat(rule.in(approvals(pairs(9, 0)))).as("too few").isEmpty();
        assertThat(rule.in(approvals(pairs(8, 2)))).isEmpty();
        assertThat(rule.in(approvals(pairs(9, 1))))
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("drafter – approver"))
                .satisfies(it -> assertThat(it.figures()).containsExactly("9", "10"));
    }

    private static Conduct waiting(Duration since) {
        return new Conduct(NOW, List.of(new Waiting("BR-desk", 3, NOW.minus(since))), List.of(), List.of(), List.of());
    }

    private static Conduct emergencies(long number, long none) {
        return new Conduct(
                NOW, List.of(), List.of(new Emergencies("BR-desk", "received", number, none)), List.of(), List.of());
    }

    private static List<String> refused(String ground, String dualCriminality) {
        var refusal = new Refusal("PT-2026-0001-1", "ets185:29", ground, dualCriminality, LISTED);
        return new RefusalsBesideTheLaw()
                .in(new Conduct(NOW, List.of(), List.of(), List.of(refusal), List.of())).stream()
                        .map(it -> it.figures().getFirst())
                        .toList();
    }

    private static Conduct approvals(List<Approval> approvals) {
        return new Conduct(NOW, List.of(), List.of(), List.of(), approvals);
    }

    private static List<Approval> took(int... seconds) {
        return java.util.Arrays.stream(seconds)
                .mapToObj(it -> new Approval("drafter", "approver", Duration.ofSeconds(it)))
                .toList();
    }

    private static List<Approval> pairs(int same, int other) {
        return Stream.of(
                        Collections.nCopies(same, new Approval("drafter", "approver", Duration.ofHours(1))),
                        Collections.nCopies(other, new Approval("drafter", "somebody else", Duration.ofHours(1))))
                .flatMap(List::stream)
                .toList();
    }
}

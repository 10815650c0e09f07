package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.CountingWork;
import org.comity.node.cooperation.DutyBoard;
import org.comity.node.cooperation.EmergencyRegister;
import org.comity.node.cooperation.ReviewingEmergency;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open requests in both directions with the race of each, what lapses first on top. */
@RestController
class RaceForPrograms {

    private final DutyBoard board;
    private final EmergencyRegister emergencies;
    private final CountingWork counting;
    private final CurrentPerson current;
    private final boolean exercise;

    RaceForPrograms(
            DutyBoard board,
            EmergencyRegister emergencies,
            CountingWork counting,
            CurrentPerson current,
            ComitySettings settings) {
        this.board = board;
        this.emergencies = emergencies;
        this.counting = counting;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /**
     * @param clock the next time that ends
     * @param due when the next thing ends: a clock, or the data's expected life while it isn't kept
     * @param escalated a quarter of that time is left, or less
     */
    record RacerJson(
            UUID id,
            String reference,
            @OneOf(RequestKind.class) String kind,
            @OneOf(Side.class) String side,
            Optional<String> counterpart,
            @OneOf(RequestState.class) String state,
            @OneOf(UrgencyLevel.class) String urgency,
            @OneOf(ClockKind.class) Optional<String> clock,
            Optional<Instant> due,
            boolean escalated,
            boolean waitsForUs,
            RaceJson race,
            boolean exercise) {
        static RacerJson of(DutyBoard.Row row, boolean exercise) {
            return new RacerJson(
                    row.id().value(),
                    row.reference(),
                    Tokens.of(row.kind()),
                    Tokens.of(row.side()),
                    row.counterpart().map(PartyId::value),
                    Tokens.of(row.state()),
                    Tokens.of(row.urgency()),
                    row.nextClock().map(RequestClock::kind).map(ClockKind::token),
                    row.due(),
                    row.escalated(),
                    row.waitsForUs(),
                    RaceJson.of(row.race()),
                    exercise);
        }
    }

    /** @param finding what oversight found, or null */
    record EmergencyJson(
            UUID id,
            String reference,
            @OneOf(Side.class) String side,
            Optional<String> counterpart,
            @OneOf(RequestState.class) String state,
            Instant openedAt,
            @OneOf(ReviewingEmergency.Finding.class) Optional<String> finding,
            Optional<String> why,
            boolean toReview,
            boolean exercise) {
        static EmergencyJson of(EmergencyRegister.Entry it, boolean exercise) {
            return new EmergencyJson(
                    it.id().value(),
                    it.reference(),
                    Tokens.of(it.side()),
                    it.counterpart().map(PartyId::value),
                    Tokens.of(it.state()),
                    it.openedAt(),
                    it.finding().map(Tokens::of),
                    it.why(),
                    it.toReview(),
                    exercise);
        }
    }

    /** @param person null for what nobody was given */
    record LoadJson(Optional<String> person, long open, long late, long urgent, Instant oldest) {
        static LoadJson of(CountingWork.Load it) {
            return new LoadJson(it.who(), it.open(), it.late(), it.urgent(), it.oldest());
        }
    }

    /** @param young open for less than 30 days @param middling for 30 to 89 @param old for 90 or more */
    record WorkloadJson(List<LoadJson> loads, long young, long middling, long old, long opened, long ended) {
        static WorkloadJson of(CountingWork.Workload it) {
            return new WorkloadJson(
                    it.loads().stream().map(LoadJson::of).toList(),
                    it.young(),
                    it.middling(),
                    it.old(),
                    it.opened(),
                    it.ended());
        }
    }

    @Described("How much work lies with whom, and how much came and went in the last 30 days")
    @GetMapping("/api/v1/workload")
    WorkloadJson workload() {
        return WorkloadJson.of(counting.of(current.require()));
    }

    @Described("Every use of an emergency that the caller may see, with what oversight found of it")
    @GetMapping("/api/v1/emergencies")
    List<EmergencyJson> emergencies() {
        return emergencies.of(current.require()).stream()
                .map(entry -> EmergencyJson.of(entry, exercise))
                .toList();
    }

    @Described("The race for each open request that the caller may see, what lapses first on top")
    @GetMapping("/api/v1/race")
    List<RacerJson> race() {
        return board.rows(current.require()).stream()
                .map(row -> RacerJson.of(row, exercise))
                .toList();
    }
}

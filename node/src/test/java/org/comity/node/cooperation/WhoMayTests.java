package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role against every act, on each side. */
class WhoMayTests {

    private static final Set<RequestEvent> ACTS = Stream.concat(
                    Arrays.stream(Act.values()).map(Act::event), Stream.of(RequestEvent.SUBMITTED))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestEvent.class)));

    private static final Set<RequestEvent> SECOND_OF_THE_ASKING = EnumSet.of(
            RequestEvent.APPROVED,
            RequestEvent.RETURNED,
            RequestEvent.CONDITIONS_ACCEPTED,
            RequestEvent.HANDED_OVER,
            RequestEvent.ORDER_UPHELD,
            RequestEvent.REVOKED);

    private static final Set<RequestEvent> CARRYING_OUT = EnumSet.of(
            RequestEvent.ORDERED,
            RequestEvent.ORDER_RENEWED,
            RequestEvent.PRESERVED,
            RequestEvent.NOT_FOUND,
            RequestEvent.EXTENSION_GRANTED,
            RequestEvent.EXTENSION_DECLINED,
            RequestEvent.FOLLOWUP_RECEIVED,
            RequestEvent.FOLLOWUP_REFUSED,
            RequestEvent.PRODUCED,
            RequestEvent.SERVED,
            RequestEvent.EXECUTED,
            RequestEvent.IMPOSSIBLE,
            RequestEvent.HANDED_OVER);

    private static final Person DRAFTER = person(Role.DRAFTER);

    @ParameterizedTest
    @EnumSource
    void whoAsks(Role role) {
        assertThat(taken(role, request(RequestKind.MUTUAL_ASSISTANCE, Side.REQUESTING)))
                .isEqualTo(
                        switch (role) {
                            case DRAFTER, DUTY_OFFICER, LAWYER -> allBut(SECOND_OF_THE_ASKING, RequestEvent.REVIEWED);
                            case APPROVER -> and(SECOND_OF_THE_ASKING, RequestEvent.CLOSED);
                            case OVERSEER -> EnumSet.of(RequestEvent.REVIEWED);
                            case ADMINISTRATOR,
                                    EXECUTING_OFFICER,
                                    PROVIDER_AGENT,
                                    READER,
                                    LAW_EXPERT,
                                    LAW_REVIEWER,
                                    SECRETARIAT,
                                    RAPPORTEUR,
                                    COORDINATOR,
                                    PARTNER,
                                    DELEGATE -> Set.of();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void whoAnswersForTheState(Role role) {
        assertThat(taken(role, request(RequestKind.MUTUAL_ASSISTANCE, Side.REQUESTED)))
                .isEqualTo(
                        switch (role) {
                            case DUTY_OFFICER, LAWYER ->
                                allBut(
                                        Set.of(RequestEvent.CONDITIONS_ACCEPTED),
                                        RequestEvent.REVIEWED,
                                        RequestEvent.DISCLOSED);
                            case APPROVER ->
                                EnumSet.of(
                                        RequestEvent.ACCEPTED,
                                        RequestEvent.CONDITIONS_ACCEPTED,
                                        RequestEvent.REFUSED,
                                        RequestEvent.DISCLOSED,
                                        RequestEvent.CLOSED);
                            case EXECUTING_OFFICER -> CARRYING_OUT;
                            case OVERSEER -> EnumSet.of(RequestEvent.REVIEWED);
                            case ADMINISTRATOR,
                                    DRAFTER,
                                    PROVIDER_AGENT,
                                    READER,
                                    LAW_EXPERT,
                                    LAW_REVIEWER,
                                    SECRETARIAT,
                                    RAPPORTEUR,
                                    COORDINATOR,
                                    PARTNER,
                                    DELEGATE -> Set.of();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void whoAnswersForAProvider(Role role) {
        assertThat(taken(role, request(RequestKind.PRODUCTION_ORDER, Side.REQUESTED)))
                .isEqualTo(
                        switch (role) {
                            case PROVIDER_AGENT -> allBut(Set.of(), RequestEvent.REVIEWED);
                            case OVERSEER -> EnumSet.of(RequestEvent.REVIEWED);
                            case ADMINISTRATOR,
                                    DUTY_OFFICER,
                                    DRAFTER,
                                    APPROVER,
                                    LAWYER,
                                    EXECUTING_OFFICER,
                                    READER,
                                    LAW_EXPERT,
                                    LAW_REVIEWER,
                                    SECRETARIAT,
                                    RAPPORTEUR,
                                    COORDINATOR,
                                    PARTNER,
                                    DELEGATE -> Set.of();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void inAnEmergencyOnlyTheSecondPersonDecides(Role role) {
        var request = request(RequestKind.EMERGENCY_ASSISTANCE, Side.REQUESTED);
        var emergency =
                request.saying(request.content().withUrgency(new Urgency(UrgencyLevel.EMERGENCY, "A child was taken")));

        assertThat(WhoMay.take(person(role), emergency, RequestEvent.ACCEPTED)).isEqualTo(role == Role.APPROVER);
        assertThat(WhoMay.take(person(role), emergency, RequestEvent.REFUSED)).isEqualTo(role == Role.APPROVER);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatTheyDrafted(Role role) {
        var both = new Person(DRAFTER.id(), "both", EnumSet.of(role, Role.DRAFTER, Role.APPROVER));

        assertThat(WhoMay.take(both, request(RequestKind.PRESERVATION, Side.REQUESTING), RequestEvent.APPROVED))
                .isFalse();
    }

    private static Set<RequestEvent> taken(Role role, Request request) {
        return ACTS.stream()
                .filter(event -> WhoMay.take(person(role), request, event))
                .collect(Collectors.toSet());
    }

    private static Set<RequestEvent> allBut(Set<RequestEvent> these, RequestEvent... andThose) {
        var others = EnumSet.copyOf(ACTS);
        others.removeAll(these);
        Arrays.asList(andThose).forEach(others::remove);
        return others;
    }

    private static Set<RequestEvent> and(Set<RequestEvent> these, RequestEvent more) {
        var all = EnumSet.copyOf(these);
        all.add(more);
        return all;
    }

    private static Person person(Role role) {
        return new Person(new PersonId(UUID.randomUUID()), role.name(), Set.of(role));
    }

    private static Request request(RequestKind kind, Side side) {
        var file = new CaseFile(
                CaseFileId.fresh(),
                "PT-1",
                "Lantern",
                Offence.NOT_NAMED,
                "",
                DRAFTER.id(),
                DRAFTER.name(),
                Instant.EPOCH,
                Set.of(),
                Set.of());
        return Request.drafted(
                        RequestId.fresh(),
                        kind,
                        file,
                        "PT-1-1",
                        new Request.Signatory(DRAFTER.id(), DRAFTER.name()),
                        Instant.EPOCH)
                .with(it ->
                        it.side(side).caseFile(side == Side.REQUESTING ? Optional.of(file.id()) : Optional.empty()));
    }
}

package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.PersonId;

/**
 * A request for expedited preservation, as one of the two sides holds it.
 *
 * @param caseFile on the requesting side; an incoming request has none
 * @param counterpart the party on the other side; unknown in an early draft
 * @param reference this side's own
 * @param counterpartReference the other side's; empty until it gave one
 * @param drafter empty on the requested side, where the other State's persons are not known
 * @param openedAt when it was drafted, or arrived
 */
public record Request(
        RequestId id,
        Side side,
        Optional<CaseFileId> caseFile,
        Optional<PartyId> counterpart,
        String reference,
        String counterpartReference,
        RequestState state,
        int version,
        PreservationRequest content,
        Optional<PlannedRoute> route,
        Optional<Signatory> drafter,
        Optional<Signatory> approver,
        Optional<LegalCheck> legalCheck,
        Optional<Preservation> preservation,
        Instant openedAt) {

    /** One of the two persons behind a request. */
    public record Signatory(PersonId id, String name) {}

    static Request drafted(RequestId id, CaseFile caseFile, String reference, Signatory drafter, Instant openedAt) {
        return new Request(
                id,
                Side.REQUESTING,
                Optional.of(caseFile.id()),
                Optional.empty(),
                reference,
                "",
                Transitions.start(Side.REQUESTING),
                0,
                PreservationRequest.blank(caseFile.offence(), caseFile.facts()),
                Optional.empty(),
                Optional.of(drafter),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                openedAt);
    }

    static Request arrived(
            RequestId id,
            PartyId from,
            String reference,
            String counterpartReference,
            PreservationRequest content,
            PlannedRoute route,
            Instant arrivedAt) {
        return new Request(
                id,
                Side.REQUESTED,
                Optional.empty(),
                Optional.of(from),
                reference,
                counterpartReference,
                Transitions.start(Side.REQUESTED),
                0,
                content,
                Optional.of(route),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                arrivedAt);
    }

    /** @throws IllegalStateException before a route was chosen, which the transitions rule out once it is sent */
    public PartyId requireCounterpart() {
        return counterpart.orElseThrow(
                () -> new IllegalStateException("Request " + reference + " has no counterpart."));
    }

    public Completeness completeness() {
        return Completeness.of(content, route);
    }

    /** What an event changes beside the state, whoever brought it about: both copies change alike. */
    Request after(RequestEvent event, Particulars told) {
        return switch (event) {
            case ACKNOWLEDGED -> told.reference().map(this::referred).orElse(this);
            case PRESERVED, PARTLY_PRESERVED ->
                kept(new Preservation(
                        told.effectedAt().orElse(openedAt),
                        told.keptUntil().orElse(openedAt),
                        told.provider().orElse(""),
                        told.outcomes()));
            case EXTENSION_GRANTED ->
                preservation
                        .flatMap(kept -> told.keptUntil().map(kept::until))
                        .map(this::kept)
                        .orElse(this);
            default -> this;
        };
    }

    private Request referred(String reference) {
        return side == Side.REQUESTED ? known(reference, counterpartReference) : known(this.reference, reference);
    }

    Request in(RequestState next) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                next,
                version,
                content,
                route,
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }

    Request saying(PreservationRequest said) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                state,
                version,
                said,
                route,
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }

    Request by(PlannedRoute chosen, PartyId recipient) {
        return new Request(
                id,
                side,
                caseFile,
                Optional.of(recipient),
                reference,
                counterpartReference,
                state,
                version,
                content,
                Optional.of(chosen),
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }

    /** Facts on which a route was planned have changed: it must be chosen anew. */
    Request withoutRoute() {
        return new Request(
                id,
                side,
                caseFile,
                Optional.empty(),
                reference,
                counterpartReference,
                state,
                version,
                content,
                Optional.empty(),
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }

    Request approvedBy(Signatory person) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                state,
                version,
                content,
                route,
                drafter,
                Optional.of(person),
                legalCheck,
                preservation,
                openedAt);
    }

    /** Also when the own reference is given at acknowledgement. */
    Request known(String own, String theirs) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                own,
                theirs,
                state,
                version,
                content,
                route,
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }

    Request checked(LegalCheck check) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                state,
                version,
                content,
                Optional.of(check.route()),
                drafter,
                approver,
                Optional.of(check),
                preservation,
                openedAt);
    }

    Request kept(Preservation kept) {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                state,
                version,
                content,
                route,
                drafter,
                approver,
                legalCheck,
                Optional.of(kept),
                openedAt);
    }

    Request saved() {
        return new Request(
                id,
                side,
                caseFile,
                counterpart,
                reference,
                counterpartReference,
                state,
                version + 1,
                content,
                route,
                drafter,
                approver,
                legalCheck,
                preservation,
                openedAt);
    }
}

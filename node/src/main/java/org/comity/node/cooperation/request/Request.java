package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.PersonId;

/**
 * A request for cooperation, as one of the two sides holds it.
 *
 * @param follows the earlier request that it follows up: the preservation of the data that it asks for, or the request whose
 *     data showed where more is
 * @param caseFile on the requesting side; an incoming request has none
 * @param counterpart the party on the other side; unknown in an early draft
 * @param reference this side's own
 * @param counterpartReference the other side's; empty until it gave one
 * @param drafter empty on the requested side, where the other State's persons are not known
 * @param preservation what is kept, and until when; of requests for preservation only
 * @param production what was obtained; of requests that ask for data
 * @param conditions on which the requested side helps; once accepted they bind
 * @param openedAt when it was drafted, or arrived
 */
@RecordBuilder
public record Request(
        RequestId id,
        RequestKind kind,
        Optional<RequestId> follows,
        Side side,
        Optional<CaseFileId> caseFile,
        Optional<PartyId> counterpart,
        String reference,
        String counterpartReference,
        RequestState state,
        int version,
        RequestContent content,
        Optional<PlannedRoute> route,
        Optional<Signatory> drafter,
        Optional<Signatory> approver,
        Optional<LegalCheck> legalCheck,
        Optional<Preservation> preservation,
        Optional<Production> production,
        Optional<Conditions> conditions,
        Instant openedAt)
        implements RequestBuilder.With {

    /** One of the two persons behind a request. */
    public record Signatory(PersonId id, String name) {}

    public static Request drafted(
            RequestId id, RequestKind kind, CaseFile caseFile, String reference, Signatory drafter, Instant openedAt) {
        return new Request(
                id,
                kind,
                Optional.empty(),
                Side.REQUESTING,
                Optional.of(caseFile.id()),
                Optional.empty(),
                reference,
                "",
                LifeCycle.start(Side.REQUESTING),
                0,
                RequestContent.blank(caseFile.offence(), caseFile.facts()),
                Optional.empty(),
                Optional.of(drafter),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                openedAt);
    }

    public static Request arrived(
            PeerMessage.Asks asks,
            PartyId from,
            String reference,
            RequestContent content,
            PlannedRoute route,
            Instant arrivedAt) {
        return new Request(
                asks.request(),
                asks.kind(),
                asks.follows(),
                Side.REQUESTED,
                Optional.empty(),
                Optional.of(from),
                reference,
                asks.reference(),
                LifeCycle.start(Side.REQUESTED),
                0,
                content,
                Optional.of(route),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                arrivedAt);
    }

    public LifeCycle life() {
        return kind.life();
    }

    /** @throws IllegalStateException before a route was chosen, which the life cycle rules out once it is sent */
    public PartyId requireCounterpart() {
        return counterpart.orElseThrow(
                () -> new IllegalStateException("Request " + reference + " has no counterpart."));
    }

    public Completeness completeness() {
        return Completeness.of(kind, content, route);
    }

    /** What an event changes beside the state, whoever brought it about: both copies change alike. */
    public Request after(RequestEvent event, Particulars told) {
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
            case CONTENT_PRESERVED ->
                kept(new Preservation(
                        told.effectedAt().orElse(openedAt),
                        told.keptUntil().orElse(openedAt),
                        told.provider().orElse(""),
                        told.outcomes()));
            // what was preserved before is kept for as long as somebody may complain
            case CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN ->
                preservation
                        .flatMap(kept -> told.keptUntil().map(kept::until))
                        .map(this::kept)
                        .orElse(this);
            case CONDITIONS_OFFERED ->
                withConditions(told.reason()
                        .map(text -> new Conditions(text, told.ground().orElse(""), false)));
            case CONDITIONS_ACCEPTED ->
                withConditions(conditions.or(this::proposed).map(Conditions::binding));
            case CONDITIONS_DECLINED -> withConditions(Optional.empty());
            case DISCLOSED, PARTLY_DISCLOSED ->
                withProduction(Optional.of(new Production(
                        told.effectedAt().orElse(openedAt),
                        told.provider().orElse(""),
                        told.outcomes(),
                        told.reference().orElse(""),
                        kind.isOrder() ? "" : told.remarks().orElse(""))));
            case EXECUTED, PARTLY_EXECUTED ->
                withProduction(Optional.of(new Production(
                        told.effectedAt().orElse(openedAt), told.provider().orElse(""), told.outcomes(), "", "")));
            case HANDED_OVER ->
                withProduction(production.map(obtained -> obtained.handedOver(
                        told.reference().orElse(""), told.remarks().orElse(""))));
            default -> this;
        };
    }

    /** Those with which information was offered. */
    private Optional<Conditions> proposed() {
        return Optional.of(content.conditions())
                .filter(text -> !text.isBlank())
                .map(text -> new Conditions(text, "", false));
    }

    private Request referred(String reference) {
        return side == Side.REQUESTED ? known(reference, counterpartReference) : known(this.reference, reference);
    }

    public Request in(RequestState next) {
        return withState(next);
    }

    public Request saying(RequestContent said) {
        return withContent(said);
    }

    public Request by(PlannedRoute chosen, PartyId recipient) {
        return with(it -> it.counterpart(Optional.of(recipient)).route(Optional.of(chosen)));
    }

    /** Facts on which a route was planned have changed: it must be chosen anew. */
    public Request withoutRoute() {
        return with(it -> it.counterpart(Optional.empty()).route(Optional.empty()));
    }

    public Request approvedBy(Signatory person) {
        return withApprover(Optional.of(person));
    }

    /** Also when the own reference is given at acknowledgement. */
    Request known(String own, String theirs) {
        return with(it -> it.reference(own).counterpartReference(theirs));
    }

    public Request checked(LegalCheck check) {
        return with(it -> it.route(Optional.of(check.route())).legalCheck(Optional.of(check)));
    }

    public Request kept(Preservation kept) {
        return withPreservation(Optional.of(kept));
    }

    public Request saved() {
        return withVersion(version + 1);
    }
}

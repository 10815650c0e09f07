package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;
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
 * @param translations of what it says; those that came with it, and those of this side
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
        Translations translations,
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
                Translations.NONE,
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
                asks.translations(content),
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

    /**
     * What an event makes of it; empty where neither it nor an item that is kept has a row for the event. While data is kept
     * each item takes the rows of the table for itself, and the request stands where its items stand.
     */
    public Optional<Request> taking(RequestEvent event, By by, Particulars told) {
        var row = life().find(state, event, by);
        if (event == RequestEvent.CLOSED || keptByItem().isEmpty()) {
            return row.map(it -> after(event, told).in(it.to()));
        }
        return keptByItem()
                .filter(kept -> row.isPresent() || kept.hasRow(life(), event, by, told))
                .map(kept -> kept.moved(life(), event, by, told))
                .map(moved -> kept(moved).in(moved.standing()));
    }

    /** What can be done on a side now: with it as a whole, or with some of its items. */
    public Set<RequestEvent> offeredTo(Side to) {
        var offered = EnumSet.noneOf(RequestEvent.class);
        offered.addAll(life().offeredTo(to, state));
        keptByItem().stream()
                .flatMap(kept -> kept.items().stream())
                .filter(KeptItem::isHeld)
                .forEach(item -> offered.addAll(life().offeredTo(to, item.state())));
        return offered;
    }

    public boolean offers(RequestEvent event, By by) {
        return life().offered(state, event, by).isPresent()
                || keptByItem()
                        .filter(kept -> kept.open(life(), event, by).findAny().isPresent())
                        .isPresent();
    }

    private Optional<Preservation> keptByItem() {
        return preservation.filter(kept -> !kept.items().isEmpty()
                && (life() == LifeCycle.PRESERVATION || life() == LifeCycle.PRESERVATION_ORDER)
                && state != RequestState.CLOSED);
    }

    /** Several items are kept, and an act may be about some of them; a provider is told of its order as a whole. */
    public boolean isKeptItemByItem() {
        return kind == RequestKind.PRESERVATION
                && keptByItem().filter(kept -> kept.items().size() > 1).isPresent();
    }

    /** Those that such an act can be about. */
    public List<KeptItem> itemsFor(RequestEvent event, By by) {
        return isKeptItemByItem() && event.isAboutItems()
                ? keptByItem().orElseThrow().open(life(), event, by).toList()
                : List.of();
    }

    /**
     * Says which items an act is about, also where that is all of them: an item may be over on one side and not yet on the other.
     *
     * @throws ActRefused.Malformed when it names one with which it can't be done now
     */
    public Particulars naming(RequestEvent event, By by, Particulars told) {
        if (!isKeptItemByItem() || !event.isAboutItems()) {
            return told;
        }
        var open = itemsFor(event, by).stream().map(KeptItem::named).toList();
        for (var named : told.outcomes()) {
            if (open.stream().noneMatch(it -> it.identifier().equals(named.identifier()))) {
                throw new ActRefused.Malformed(
                        "items",
                        Said.of("cooperation.refused.item", named.identifier().value()));
            }
        }
        return told.outcomes().isEmpty() ? told.outcomes(open) : told;
    }

    /**
     * The items that were chosen.
     *
     * @param chosen by identifier of the request, in its order; empty means all
     */
    public List<ItemOutcome> chosen(List<Boolean> chosen) {
        var identifiers = content.data().identifiers();
        if (chosen.isEmpty() || !isKeptItemByItem()) {
            return List.of();
        }
        if (chosen.size() != identifiers.size()) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.each-identifier", identifiers.size()));
        }
        if (!chosen.contains(true)) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.no-item"));
        }
        return IntStream.range(0, chosen.size())
                .filter(chosen::get)
                .mapToObj(item -> new ItemOutcome(identifiers.get(item), true, ""))
                .toList();
    }

    /** What an event changes beside the state, whoever brought it about: both copies change alike. */
    public Request after(RequestEvent event, Particulars told) {
        return switch (event) {
            case ACKNOWLEDGED -> told.reference().map(this::referred).orElse(this);
            case PRESERVED, PARTLY_PRESERVED ->
                kept(Preservation.of(
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
                kept(Preservation.of(
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

    public Request translated(Translation translation) {
        return withTranslations(translations.with(translation));
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

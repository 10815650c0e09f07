package org.comity.node.cooperation;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.node.cooperation.clock.ClockRules;
import org.comity.node.cooperation.clock.Targets;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Extensions;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requested side has the data kept, and for how long. */
@Service
@Transactional
public class ExecutingPreservation {

    private final Visibility visibility;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final Timeline timeline;

    ExecutingPreservation(Visibility visibility, Advancing advancing, FollowingUp followingUp, Timeline timeline) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.timeline = timeline;
    }

    /** The order is served on the provider. */
    public void order(Person person, RequestId id, String provider, String legalBasis) {
        act(
                person,
                id,
                RequestEvent.ORDERED,
                Particulars.NONE
                        .provider(Permissions.said("provider", provider, "cooperation.refused.ordered"))
                        .remarks(Permissions.said("legalBasis", legalBasis, "cooperation.refused.legal-basis")));
    }

    /** The longest time of an order under national law begins anew (ETS 185 art. 16(2)). */
    public void renewOrder(Person person, RequestId id) {
        act(person, id, RequestEvent.ORDER_RENEWED, Particulars.NONE);
    }

    /**
     * What the provider confirmed.
     *
     * @param effectedAt since when the data is kept
     * @param keptUntil empty means the shortest time that the provision allows
     * @param preserved for each identifier of the request, in its order, whether it is kept; empty means all are
     */
    public record Confirmation(
            Instant effectedAt, Optional<Instant> keptUntil, String provider, List<Boolean> preserved, String remark) {

        public Confirmation {
            effectedAt = effectedAt.truncatedTo(ChronoUnit.SECONDS);
            keptUntil = keptUntil.map(until -> until.truncatedTo(ChronoUnit.SECONDS));
            preserved = List.copyOf(preserved);
        }

        public static Confirmation ofAll(Instant effectedAt, Optional<Instant> keptUntil, String provider) {
            return new Confirmation(effectedAt, keptUntil, provider, List.of(), "");
        }
    }

    /** Data is kept; in part, when an identifier is left out. */
    public void recordPreserved(Person person, RequestId id, Confirmation confirmed) {
        var request = request(person, id);
        var now = advancing.now();
        if (confirmed.effectedAt().isAfter(now)) {
            throw new ActRefused.Malformed("effectiveAt", Said.of("cooperation.refused.future"));
        }
        var least = leastKept(request, confirmed.effectedAt());
        var keptUntil = confirmed.keptUntil().orElse(least);
        if (keptUntil.isBefore(least)) {
            throw new ActRefused.Malformed(
                    "preservedUntil",
                    Said.of(
                            "cooperation.refused.least",
                            least,
                            request.route()
                                    .flatMap(PlannedRoute::leastKept)
                                    .map(PlannedRoute.Deadline::provision)
                                    .orElse("ets185:29(7)")));
        }
        var outcomes = outcomes(request, confirmed);
        var kept = outcomes.stream().filter(ItemOutcome::preserved).count();
        if (kept == 0) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.nothing-kept"));
        }
        var preserved = advancing.act(
                request,
                kept == outcomes.size() ? RequestEvent.PRESERVED : RequestEvent.PARTLY_PRESERVED,
                person,
                Particulars.NONE
                        .preservation(Preservation.of(
                                confirmed.effectedAt(),
                                keptUntil,
                                Permissions.said("provider", confirmed.provider(), "cooperation.refused.keeper"),
                                outcomes))
                        .remarks(confirmed.remark()));
        followingUp.preserved(preserved);
    }

    /** By the law of the route; an order that names no time binds for as long as the longest one may (ETS 185 art. 16(2)). */
    static Instant leastKept(Request request, Instant effectedAt) {
        var least = request.kind().isOrder()
                ? request.route().flatMap(PlannedRoute::ordered).orElse(ClockRules.LONGEST_ORDERED)
                : keptByTreaty(request);
        return Targets.end(effectedAt, least);
    }

    private static Period keptByTreaty(Request request) {
        return request.route()
                .flatMap(PlannedRoute::leastKept)
                .flatMap(PlannedRoute.Deadline::period)
                .orElse(ClockRules.LEAST_KEPT);
    }

    private static List<ItemOutcome> outcomes(Request request, Confirmation confirmed) {
        var wanted = request.content().data().identifiers();
        var preserved = confirmed.preserved();
        if (!preserved.isEmpty() && preserved.size() != wanted.size()) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.each-identifier", wanted.size()));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(index -> new ItemOutcome(
                        wanted.get(index), preserved.isEmpty() || preserved.get(index), confirmed.remark()))
                .toList();
    }

    public void reportNotFound(Person person, RequestId id, String reason) {
        act(
                person,
                id,
                RequestEvent.NOT_FOUND,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.provider-answer")));
    }

    /** Granting means that the order under national law was renewed too. */
    public void grantExtension(Person person, RequestId id, Instant until) {
        grantExtension(person, id, until, List.of());
    }

    /** @param items for each identifier of the request, in its order, whether it is kept for longer; empty means all */
    public void grantExtension(Person person, RequestId id, Instant until, List<Boolean> items) {
        var request = asked(person, id, RequestEvent.EXTENSION_GRANTED);
        var chosen = request.chosen(items);
        var end = request.preservation().orElseThrow().latestEnd(chosen);
        if (!until.isAfter(end)) {
            throw new ActRefused.Malformed("until", Said.of("cooperation.refused.write-later", end));
        }
        advancing.act(
                request,
                RequestEvent.EXTENSION_GRANTED,
                person,
                Particulars.NONE
                        .keptUntil(until.truncatedTo(ChronoUnit.SECONDS))
                        .outcomes(chosen));
    }

    public void declineExtension(Person person, RequestId id, String reason) {
        advancing.act(
                asked(person, id, RequestEvent.EXTENSION_DECLINED),
                RequestEvent.EXTENSION_DECLINED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.declined")));
    }

    /** The request for mutual assistance has arrived: from now on nothing lapses (ETS 185 art. 29(7)). */
    public void recordFollowUp(Person person, RequestId id, String reference) {
        recordFollowUp(person, id, reference, List.of());
    }

    /** @param items for each identifier of the request, in its order, whether it asks for it; empty means for all */
    public void recordFollowUp(Person person, RequestId id, String reference, List<Boolean> items) {
        actOn(
                person,
                id,
                items,
                RequestEvent.FOLLOWUP_RECEIVED,
                Particulars.NONE.reference(Permissions.said("reference", reference, "cooperation.refused.follow-up")));
    }

    public void recordFollowUpRefused(Person person, RequestId id, String reason, List<Boolean> items) {
        actOn(
                person,
                id,
                items,
                RequestEvent.FOLLOWUP_REFUSED,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.follow-up-refused")));
    }

    public void recordProduction(Person person, RequestId id, String reference) {
        recordProduction(person, id, reference, List.of());
    }

    /** @param items for each identifier of the request, in its order, whether it was handed over; empty means all */
    public void recordProduction(Person person, RequestId id, String reference, List<Boolean> items) {
        actOn(
                person,
                id,
                items,
                RequestEvent.PRODUCED,
                Particulars.NONE.reference(Permissions.said("reference", reference, "cooperation.refused.handover")));
    }

    private void actOn(Person person, RequestId id, List<Boolean> items, RequestEvent event, Particulars particulars) {
        var request = request(person, id);
        advancing.act(request, event, person, particulars.outcomes(request.chosen(items)));
    }

    private Request asked(Person person, RequestId id, RequestEvent event) {
        var request = request(person, id);
        if (!request.offers(event, By.REQUESTED)) {
            throw new ActRefused.WrongState(request, event);
        }
        if (!Extensions.isPending(timeline.of(id))) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.no-extension"));
        }
        return request;
    }

    private void act(Person person, RequestId id, RequestEvent event, Particulars particulars) {
        advancing.act(request(person, id), event, person, particulars);
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTED);
        Permissions.executes(person, request);
        return request;
    }
}

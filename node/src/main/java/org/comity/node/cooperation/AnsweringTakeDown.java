package org.comity.node.cooperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.comity.node.cooperation.clock.ClockRules;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a provider's team does with an order or a notice to take content down. The order of the steps is the rule: the content
 * is kept as evidence, or somebody says why not; then, found genuine and in form, it goes; then whoever's content it was is
 * told why, may complain, and may get it back.
 */
@Service
@Transactional
public class AnsweringTakeDown {

    private final Visibility visibility;
    private final Advancing advancing;
    private final Requests requests;
    private final Timeline timeline;
    private final HandingOverEvidence evidence;
    private final DeliveredFiles files;

    AnsweringTakeDown(
            Visibility visibility,
            Advancing advancing,
            Requests requests,
            Timeline timeline,
            HandingOverEvidence evidence,
            DeliveredFiles files) {
        this.evidence = evidence;
        this.files = files;
        this.visibility = visibility;
        this.advancing = advancing;
        this.requests = requests;
        this.timeline = timeline;
    }

    /**
     * The content is kept as it is, with what belongs to it, for as long as somebody may complain of its removal.
     *
     * @param items for each location of the request, in its order, whether its content is kept; empty means all
     * @param reference under which it is kept; empty takes that of the earlier preservation, if there was one
     * @param exhibits of this request that hold it, which the issuer fetches; only what its law lets it have
     */
    public void preserve(
            Person person, RequestId id, Instant at, List<Boolean> items, String reference, List<ExhibitId> exhibits) {
        var request = request(person, id);
        var step = timeline.nextNumber(id);
        evidence.deliver(request, exhibits, person)
                .forEach(delivered -> files.add(id, step, delivered.id(), delivered.exhibit()));
        var kept = past(at, "keptAt");
        advancing.act(
                request,
                RequestEvent.CONTENT_PRESERVED,
                person,
                Particulars.NONE
                        .effectedAt(kept)
                        .keptUntil(ClockRules.keptAfterTakingDown(request, kept))
                        .provider(request.content().data().provider())
                        .outcomes(outcomes(request, items, ""))
                        .reference(reference.isBlank() ? keptUnder(request) : reference));
    }

    /** The reference of the order on which this provider keeps the content already. */
    private String keptUnder(Request request) {
        return request.follows()
                .flatMap(requests::find)
                .filter(earlier ->
                        earlier.side() == Side.REQUESTED && earlier.state().isRunningOut())
                .map(Request::reference)
                .orElse("");
    }

    /** It goes without being kept: this person answers for it. */
    public void waivePreservation(Person person, RequestId id, String reason) {
        advancing.act(
                request(person, id),
                RequestEvent.PRESERVATION_WAIVED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.unpreserved")));
    }

    /**
     * What was done.
     *
     * @param items for each location of the request, in its order, whether it is down; empty means all
     * @param remark where it is out of reach, and why something is still up
     */
    public record Done(Instant at, TakeDown.Means means, List<Boolean> items, String remark) {

        public Done {
            at = at.truncatedTo(ChronoUnit.SECONDS);
            items = List.copyOf(items);
        }
    }

    public void takeDown(Person person, RequestId id, Done done) {
        var request = request(person, id);
        if (request.life()
                .offered(request.state(), RequestEvent.CONTENT_REMOVED, By.REQUESTED)
                .isEmpty()) {
            throw new ActRefused.WrongState(request, RequestEvent.CONTENT_REMOVED);
        }
        if (timeline.of(id).stream().noneMatch(step -> step.event() == RequestEvent.VERIFIED)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.not-verified"));
        }
        var outcomes = outcomes(request, done.items(), done.remark());
        var down = outcomes.stream().filter(ItemOutcome::preserved).count();
        if (down == 0) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.nothing-down"));
        }
        if (down < outcomes.size()) {
            Permissions.said("remark", done.remark(), "cooperation.refused.why-up");
        }
        var at = past(done.at(), "doneAt");
        advancing.act(
                request,
                event(done.means(), down == outcomes.size()),
                person,
                Particulars.NONE
                        .effectedAt(at)
                        .keptUntil(ClockRules.keptAfterTakingDown(request, at))
                        .outcomes(outcomes)
                        .remarks(done.remark()));
    }

    private static RequestEvent event(TakeDown.Means means, boolean all) {
        if (!all) {
            return RequestEvent.PARTLY_TAKEN_DOWN;
        }
        return means == TakeDown.Means.REMOVE ? RequestEvent.CONTENT_REMOVED : RequestEvent.ACCESS_DISABLED;
    }

    /** Not now, on a ground of the law's closed list; the issuer looks at it again (EU 2021/784 art. 3(7)-(8)). */
    public void object(Person person, RequestId id, String ground, String reason) {
        refuse(person, id, RequestEvent.OBJECTED, ground, reason);
    }

    /** For good, on a ground of the law's closed list: the decision on a notice, or what the provider's State decided. */
    public void refuse(Person person, RequestId id, String ground, String reason) {
        refuse(person, id, RequestEvent.REFUSED, ground, reason);
    }

    private void refuse(Person person, RequestId id, RequestEvent event, String ground, String reason) {
        var request = request(person, id);
        var listed = request.route()
                .flatMap(route -> route.offeredGround(ground))
                .map(PlannedRoute.RefusalGround::id)
                .orElseThrow(() -> new ActRefused.Malformed("ground", Said.of("cooperation.refused.objection")));
        advancing.act(
                request,
                event,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .ground(listed));
    }

    /** @param redress what the person can do against it */
    public void stateReasons(Person person, RequestId id, String reasons, String redress) {
        advancing.act(
                request(person, id),
                RequestEvent.REASONS_STATED,
                person,
                Particulars.because(Permissions.said("reasons", reasons, "cooperation.refused.reasons"))
                        .remarks(Permissions.said("redress", redress, "cooperation.refused.redress")));
    }

    /** @param authority of the State concerned, or of the provider's own, or Europol, to which the danger was reported */
    public void reportSuspicion(Person person, RequestId id, String authority, String facts) {
        advancing.act(
                request(person, id),
                RequestEvent.SUSPICION_REPORTED,
                person,
                Particulars.because(Permissions.said("facts", facts, "cooperation.refused.suspicion"))
                        .reference(Permissions.said("authority", authority, "cooperation.refused.notified-authority")));
    }

    public void recordComplaint(Person person, RequestId id, String complaint) {
        decide(person, id, RequestEvent.COMPLAINED, complaint);
    }

    /** It stays down. */
    public void uphold(Person person, RequestId id, String reason) {
        decide(person, id, RequestEvent.RESTRICTION_UPHELD, reason);
    }

    public void reinstate(Person person, RequestId id, String reason) {
        decide(person, id, RequestEvent.REINSTATED, reason);
    }

    private void decide(Person person, RequestId id, RequestEvent event, String reason) {
        advancing.act(
                request(person, id),
                event,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason")));
    }

    private Instant past(Instant at, String field) {
        var second = at.truncatedTo(ChronoUnit.SECONDS);
        if (second.isAfter(advancing.now())) {
            throw new ActRefused.Malformed(field, Said.of("cooperation.refused.done-later"));
        }
        return second;
    }

    private static List<ItemOutcome> outcomes(Request request, List<Boolean> items, String remark) {
        List<Identifier> wanted = request.content().data().identifiers();
        if (!items.isEmpty() && items.size() != wanted.size()) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.each-identifier", wanted.size()));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(index -> {
                    boolean done = items.isEmpty() || items.get(index);
                    return new ItemOutcome(wanted.get(index), done, done ? "" : remark);
                })
                .toList();
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTED);
        Permissions.answers(person, request);
        return request;
    }
}

package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.ReviewingEmergency.Finding;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every use of an emergency on this node, on either side, with what oversight found of it. */
@Service
@Transactional(readOnly = true)
public class EmergencyRegister {

    private final Requests requests;
    private final Timeline timeline;

    EmergencyRegister(Requests requests, Timeline timeline) {
        this.requests = requests;
        this.timeline = timeline;
    }

    /** @param why the overseer found so @param toReview it was used, and nobody has looked at it yet */
    public record Entry(
            RequestId id,
            String reference,
            Side side,
            Optional<PartyId> counterpart,
            RequestState state,
            Instant openedAt,
            Optional<Finding> finding,
            Optional<String> why,
            Optional<String> reviewer,
            boolean toReview) {}

    /** Of those that the person may see: what waits for a review first, then the latest. */
    public List<Entry> of(Person person) {
        var used = requests.emergencies(person);
        var timelines = timeline.of(used.stream().map(Request::id).toList());
        return used.stream()
                .map(request -> entry(request, timelines.getOrDefault(request.id(), List.of())))
                .sorted(Comparator.comparing(Entry::toReview)
                        .thenComparing(Entry::openedAt)
                        .reversed())
                .toList();
    }

    /** How many wait for a review. */
    public int toReview(Person person) {
        return (int) of(person).stream().filter(Entry::toReview).count();
    }

    private static Entry entry(Request request, List<Step> steps) {
        var review = steps.stream()
                .filter(step -> step.event() == RequestEvent.REVIEWED && step.effective())
                .reduce((_, later) -> later);
        return new Entry(
                request.id(),
                request.reference(),
                request.side(),
                request.counterpart(),
                request.state(),
                request.openedAt(),
                review.flatMap(step -> step.particulars().cause()).map(Finding::of),
                review.flatMap(step -> step.particulars().reason()),
                review.map(Step::actor),
                review.isEmpty()
                        && request.life()
                                .offeredTo(request.side(), request.state())
                                .contains(RequestEvent.REVIEWED));
    }
}

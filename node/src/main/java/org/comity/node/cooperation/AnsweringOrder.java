package org.comity.node.cooperation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a provider's team does with an order. Nothing is handed over before the order was found genuine and in form; in an
 * emergency that an authority claims for the first time, before somebody called it back at a number that was known before.
 */
@Service
@Transactional
public class AnsweringOrder {

    /** Of one file within the message itself; what is larger is handed over out of the vault. */
    public static final int LARGEST_FILE = 1024 * 1024;

    private final Visibility visibility;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final RegisteredNumbers numbers;
    private final DeliveredFiles files;
    private final UserNotices notices;
    private final Timeline timeline;
    private final HandingOverEvidence evidence;

    AnsweringOrder(
            Visibility visibility,
            Advancing advancing,
            FollowingUp followingUp,
            RegisteredNumbers numbers,
            DeliveredFiles files,
            UserNotices notices,
            Timeline timeline,
            HandingOverEvidence evidence) {
        this.evidence = evidence;
        this.visibility = visibility;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.numbers = numbers;
        this.files = files;
        this.notices = notices;
        this.timeline = timeline;
    }

    /** The issuer is who it says, and the order has what the law asks of it. */
    public void recordVerified(Person person, RequestId id, String remark) {
        advancing.act(order(person, id), RequestEvent.VERIFIED, person, Particulars.NONE.remarks(remark));
    }

    /**
     * Somebody telephoned the issuer.
     *
     * @param number one of those registered for the issuer, never one out of the message
     * @param answeredBy the role of who answered there
     */
    public void recordCallBack(Person person, RequestId id, String number, String answeredBy) {
        var order = order(person, id);
        if (!numbers.isRegistered(order.requireCounterpart(), number)) {
            throw new ActRefused.Malformed(
                    "number",
                    Said.of(
                            "cooperation.refused.number",
                            number,
                            order.requireCounterpart().value()));
        }
        advancing.act(
                order,
                RequestEvent.CALLED_BACK,
                person,
                Particulars.NONE
                        .reference(number)
                        .remarks(Permissions.said("answeredBy", answeredBy, "cooperation.refused.answered-by")));
    }

    public void object(Person person, RequestId id, String ground, String reason) {
        var order = order(person, id);
        var listed = ObjectionGround.ofId(ground)
                // whoever takes content down has the closed list of the law, not this one
                .filter(_ -> !order.kind().takesDown())
                .orElseThrow(() -> new ActRefused.Malformed("ground", Said.of("cooperation.refused.objection")));
        advancing.act(
                order,
                RequestEvent.OBJECTED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .ground(listed.id()));
    }

    /** @param law of the third State, with the text that would be broken and why it applies */
    public void claimConflict(Person person, RequestId id, String law, String reason) {
        advancing.act(
                order(person, id),
                RequestEvent.CONFLICT_CLAIMED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.conflict"))
                        .ground(ObjectionGround.CONFLICT_OF_LAW.id())
                        .remarks(Permissions.said("law", law, "cooperation.refused.conflict-law")));
    }

    /** The provider's State was told of the order and bars it, on a ground of the provision's closed list. */
    public void passOnBar(Person person, RequestId id, String ground, String reason) {
        refuse(person, id, ground, reason, "cooperation.refused.bar");
    }

    /** Nothing binds the provider to do what it is asked for; it says why it does not, on a ground of the closed list. */
    public void decline(Person person, RequestId id, String ground, String reason) {
        refuse(person, id, ground, reason, "cooperation.refused.decline");
    }

    private void refuse(Person person, RequestId id, String ground, String reason, String choose) {
        var order = order(person, id);
        var listed = order.route()
                .flatMap(route -> route.refusalGround(ground))
                .orElseThrow(() -> new ActRefused.Malformed("ground", Said.of(choose)));
        advancing.act(
                order,
                RequestEvent.REFUSED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .ground(listed.id()));
    }

    /**
     * The objection goes to the designated authority of the provider's own State, once that of the issuer has let the order
     * stand (agreements under 18 USC 2523).
     */
    public void referObjection(Person person, RequestId id, String authority, String reason) {
        var order = order(person, id);
        if (timeline.of(id).stream().noneMatch(step -> step.event() == RequestEvent.ORDER_UPHELD)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.issuer-first", order.reference()));
        }
        advancing.act(
                order,
                RequestEvent.OBJECTION_REFERRED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .reference(
                                Permissions.said("authority", authority, "cooperation.refused.designated-authority")));
    }

    /** That authority lets the order stand. */
    public void recordDismissed(Person person, RequestId id, String reason) {
        advancing.act(
                order(person, id),
                RequestEvent.OBJECTION_DISMISSED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason")));
    }

    /** @param costs the amount with its currency, and what for */
    public void stateCosts(Person person, RequestId id, String costs) {
        advancing.act(
                order(person, id),
                RequestEvent.COSTS_STATED,
                person,
                Particulars.because(Permissions.said("costs", costs, "cooperation.refused.costs")));
    }

    /** A small file that travels within the answer. */
    public record Attachment(String name, String type, byte[] content) {}

    /**
     * What is handed over.
     *
     * @param produced by identifier of the order, in its order; empty means all
     * @param reference under which what goes another way is handed over; empty where all is attached or out of the vault
     * @param remark why the rest is not handed over, or where it is
     * @param exhibits of this order, which the issuer fetches
     */
    public record HandOver(
            Instant producedAt,
            List<Boolean> produced,
            String reference,
            String remark,
            List<Attachment> files,
            List<ExhibitId> exhibits) {

        public HandOver {
            producedAt = producedAt.truncatedTo(ChronoUnit.SECONDS);
            produced = List.copyOf(produced);
            files = List.copyOf(files);
            exhibits = List.copyOf(exhibits);
        }
    }

    public void disclose(Person person, RequestId id, HandOver handed) {
        var order = order(person, id);
        requireExamined(order);
        if (handed.producedAt().isAfter(advancing.now())) {
            throw new ActRefused.Malformed("producedAt", Said.of("cooperation.refused.obtained-later"));
        }
        if (handed.files().isEmpty()
                && handed.exhibits().isEmpty()
                && handed.reference().isBlank()) {
            throw new ActRefused.Malformed("reference", Said.of("cooperation.refused.nothing-attached"));
        }
        var outcomes = outcomes(order, handed);
        var produced = outcomes.stream().filter(ItemOutcome::preserved).count();
        if (produced == 0) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.nothing-obtained"));
        }
        var event = produced == outcomes.size() ? RequestEvent.DISCLOSED : RequestEvent.PARTLY_DISCLOSED;
        keep(order, handed.files());
        deliver(order, handed.exhibits(), person);
        var after = advancing.act(
                order,
                event,
                person,
                Particulars.NONE
                        .effectedAt(handed.producedAt())
                        .outcomes(outcomes)
                        .reference(handed.reference().isBlank() ? order.reference() : handed.reference())
                        .remarks(handed.remark()));
        notices.owed(after);
        followingUp.handedOver(after, order.reference());
    }

    /** Each under an id of its own, also where two have the same name. */
    private void keep(Request order, List<Attachment> attachments) {
        var step = timeline.nextNumber(order.id());
        for (int place = 0; place < attachments.size(); place++) {
            var attachment = attachments.get(place);
            if (attachment.content().length > LARGEST_FILE) {
                throw new ActRefused.Malformed(
                        "files", Said.of("cooperation.refused.file-too-large", attachment.name(), LARGEST_FILE / 1024));
            }
            var seed = order.id() + "/" + step + "/" + place;
            files.add(
                    order.id(),
                    step,
                    UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)),
                    attachment.name(),
                    attachment.type(),
                    attachment.content());
        }
    }

    private void deliver(Request order, List<ExhibitId> exhibits, Person person) {
        var step = timeline.nextNumber(order.id());
        evidence.deliver(order, exhibits, person)
                .forEach(delivered -> files.add(order.id(), step, delivered.id(), delivered.exhibit()));
    }

    private void requireExamined(Request order) {
        var steps = timeline.of(order.id());
        if (order.life()
                .offered(order.state(), RequestEvent.DISCLOSED, By.REQUESTED)
                .isEmpty()) {
            throw new ActRefused.WrongState(order, RequestEvent.DISCLOSED);
        }
        if (steps.stream().noneMatch(step -> step.event() == RequestEvent.VERIFIED)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.not-verified"));
        }
        if (order.content().urgency().isEmergency() && !numbers.hasBeenCalled(order.requireCounterpart())) {
            throw new ActRefused.NotPermitted(Said.of(
                    "cooperation.refused.call-back", order.requireCounterpart().value()));
        }
    }

    private static List<ItemOutcome> outcomes(Request order, HandOver handed) {
        var wanted = order.content().data().identifiers();
        var produced = handed.produced();
        if (!produced.isEmpty() && produced.size() != wanted.size()) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.each-identifier", wanted.size()));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(index ->
                        new ItemOutcome(wanted.get(index), produced.isEmpty() || produced.get(index), handed.remark()))
                .toList();
    }

    /** The grounds of the closed list, for a form. */
    public static List<ObjectionGround> grounds() {
        return Arrays.stream(ObjectionGround.values())
                .filter(ground -> ground != ObjectionGround.OTHER && ground != ObjectionGround.CONFLICT_OF_LAW)
                .toList();
    }

    private Request order(Person person, RequestId id) {
        var order = visibility.held(person, id);
        Permissions.side(order, Side.REQUESTED);
        Permissions.answers(person, order);
        return order;
    }
}

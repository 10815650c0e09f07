package org.comity.hi1.receiving;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.CspConfig;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Payload;
import org.comity.hi1.QualifiedDateTime;

/**
 * Answers requests by the rules of TS 103 120. Storage and time are brought by the caller, who runs {@link #take} in one
 * transaction and one at a time for a counterpart; what the request changes is stored whole, with its answer, or not at all.
 *
 * <p>That the sender is who it says is for the transport to prove before.
 */
public final class Hi1Receiver {

    private final EndpointId own;
    private final Set<Side> sides;
    private final Hi1Objects objects;
    private final Hi1Answers answers;
    private final InstantSource time;
    private final Admission admission;
    private final Supplier<Optional<CspConfig>> configuration;

    private Hi1Receiver(
            EndpointId own,
            Set<Side> sides,
            Hi1Objects objects,
            Hi1Answers answers,
            InstantSource time,
            Admission admission,
            Supplier<Optional<CspConfig>> configuration) {
        this.own = own;
        this.sides = EnumSet.copyOf(sides);
        this.objects = objects;
        this.answers = answers;
        this.time = time;
        this.admission = admission;
        this.configuration = configuration;
    }

    public static Hi1Receiver of(
            EndpointId own, Set<Side> sides, Hi1Objects objects, Hi1Answers answers, InstantSource time) {
        return new Hi1Receiver(own, sides, objects, answers, time, Admission.ANYTHING, Optional::empty);
    }

    /** This receiver, with more demands than the standard has. */
    public Hi1Receiver admitting(Admission admission) {
        return new Hi1Receiver(own, sides, objects, answers, time, admission, configuration);
    }

    /** This receiver, with an answer to GETCSPCONFIG. */
    public Hi1Receiver configured(Supplier<CspConfig> configuration) {
        return new Hi1Receiver(own, sides, objects, answers, time, admission, () -> Optional.of(configuration.get()));
    }

    public EndpointId own() {
        return own;
    }

    /** Carries a request out, or says why not. */
    public Taken take(HI1Message request) {
        try {
            var actions = actionsOf(request);
            var sender = request.header().sender();
            var transaction = request.header().transaction();
            var digest = RequestDigest.of(request);
            var known = answers.find(sender, transaction);
            if (known.isPresent()) {
                return repeated(known.get(), digest);
            }
            var taken = run(request, actions);
            if (!mayPass(taken)) {
                answers.save(sender, transaction, new Hi1Answers.Given(digest, taken.answer()));
            }
            return taken;
        } catch (Refused refused) {
            return refusal(request.header(), refused.error());
        }
    }

    /** The answer to a message that could not be read: it repeats what was readable of its header. */
    public HI1Message refusalOf(Hi1Exception unreadable, EndpointId sender) {
        var header = unreadable.header().orElseGet(() -> Header.of(sender, own, new UUID(0, 0), time.instant()));
        return HI1Message.refusal(header, time.instant(), unreadable.information());
    }

    /**
     * Changes or adds an object from this side: where a task stands, what was preserved, a notification. The generation is
     * raised, so that the counterpart cannot update what it has not seen.
     *
     * @return as it stands now
     */
    public HI1Object put(EndpointId counterpart, HI1Object object) {
        int generation = objects.find(counterpart, object.identifier())
                .flatMap(it -> it.base().generation())
                .orElse(0);
        var builder = object.with();
        if (object.base().owner().isEmpty()) {
            builder.ownedBy(own);
        }
        builder.generation(generation + 1);
        builder.lastChanged(now());
        var kept = builder.build();
        objects.save(counterpart, kept);
        return kept;
    }

    private List<ActionRequest> actionsOf(HI1Message request) {
        if (!(request.payload() instanceof Payload.Requests requests)) {
            throw new Refused(ErrorCode.VALIDATION, "This is an answer; only requests are taken here.");
        }
        if (!request.header().receiver().equals(own)) {
            throw new Refused(
                    ErrorCode.VALIDATION,
                    "This is %s, but the message is for %s."
                            .formatted(shown(own), shown(request.header().receiver())));
        }
        return requests.actions();
    }

    private static Taken repeated(Hi1Answers.Given known, String digest) {
        if (!known.requestDigest().equals(digest)) {
            throw new Refused(
                    ErrorCode.IMPROPER_VALUE,
                    "This transaction identifier was used before for another request. Send it under a new one.");
        }
        return new Taken(known.answer(), List.of(), true);
    }

    /** All actions of a request that changes something are carried out, or none (clause H.5.2.2.4). */
    private Taken run(HI1Message request, List<ActionRequest> actions) {
        var draft = new Draft(objects, request.header().sender());
        var action =
                new Action(sides, admission, configuration, request.header().sender(), draft, now());
        var responses = new ArrayList<ActionResponse>();
        for (int number = 0; number < actions.size(); number++) {
            responses.add(action.run(number, actions.get(number)));
        }
        var failures = responses.stream()
                .filter(ActionResponse.Failed.class::isInstance)
                .toList();
        if (failures.isEmpty() || actions.stream().noneMatch(Hi1Receiver::changesSomething)) {
            draft.save();
            return new Taken(request.answer(time.instant(), responses), draft.changes(), false);
        }
        int first = responses.indexOf(failures.getFirst());
        var none = responses.stream()
                .map(it -> it instanceof ActionResponse.Failed ? it : notApplied(first))
                .toList();
        return new Taken(request.answer(time.instant(), none), List.of(), false);
    }

    private static ActionResponse notApplied(int first) {
        return ActionResponse.failed(
                ErrorCode.GENERAL,
                "Not applied, because action %d failed. Mend it and send all again.".formatted(first));
    }

    private static boolean changesSomething(ActionRequest action) {
        return switch (action) {
            case ActionRequest.Create it -> true;
            case ActionRequest.Update it -> true;
            case ActionRequest.Deliver it -> true;
            case ActionRequest.Get it -> false;
            case ActionRequest.List it -> false;
            case ActionRequest.GetCspConfig it -> false;
        };
    }

    /** What failed for the moment only is tried anew when the request comes again. */
    private static boolean mayPass(Taken taken) {
        return taken.answer().payload() instanceof Payload.Responses responses
                && responses.actions().stream()
                        .anyMatch(it -> it instanceof ActionResponse.Failed failed
                                && failed.error().code() == ErrorCode.TRANSIENT.number());
    }

    private Taken refusal(Header request, ErrorInformation error) {
        return new Taken(HI1Message.refusal(request, time.instant(), error), List.of(), false);
    }

    private QualifiedDateTime now() {
        return QualifiedDateTime.of(time.instant());
    }

    private static String shown(EndpointId endpoint) {
        return endpoint.country() + " " + endpoint.uniqueIdentifier();
    }
}

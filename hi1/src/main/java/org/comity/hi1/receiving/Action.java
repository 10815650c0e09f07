package org.comity.hi1.receiving;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.CspConfig;
import org.comity.hi1.DictionaryEntry;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.HI1Object;
import org.comity.hi1.QualifiedDateTime;

/** Carries the actions of one request out on its draft. */
final class Action {

    private final Set<Side> sides;
    private final Admission admission;
    private final Supplier<Optional<CspConfig>> configuration;
    private final EndpointId sender;
    private final Draft draft;
    private final QualifiedDateTime now;

    Action(
            Set<Side> sides,
            Admission admission,
            Supplier<Optional<CspConfig>> configuration,
            EndpointId sender,
            Draft draft,
            QualifiedDateTime now) {
        this.sides = sides;
        this.admission = admission;
        this.configuration = configuration;
        this.sender = sender;
        this.draft = draft;
        this.now = now;
    }

    ActionResponse run(int number, ActionRequest action) {
        try {
            return switch (action) {
                case ActionRequest.Get it -> new ActionResponse.Got(get(it.identifier()));
                case ActionRequest.List it -> new ActionResponse.Listed(Listing.of(it, draft));
                case ActionRequest.Create it -> {
                    make(number, Taken.Verb.CREATED, it, it.object());
                    yield ActionResponse.created(it.object().identifier());
                }
                case ActionRequest.Update it ->
                    new ActionResponse.Updated(it.object().identifier(), Optional.of(update(number, it.object())));
                case ActionRequest.Deliver it -> {
                    if (!it.identifier().equals(it.object().identifier())) {
                        throw new Refused(
                                ErrorCode.IMPROPER_VALUE, "The identifier differs from that of the delivery within.");
                    }
                    make(number, Taken.Verb.DELIVERED, it, it.object());
                    yield new ActionResponse.Delivered(it.identifier());
                }
                case ActionRequest.GetCspConfig it ->
                    new ActionResponse.Configured(configuration
                            .get()
                            .orElseThrow(() -> new Refused(
                                    ErrorCode.NOT_SUPPORTED,
                                    "This endpoint is no provider and has no configuration.")));
            };
        } catch (Refused refused) {
            madeBy(action).ifPresent(draft::notMade);
            return new ActionResponse.Failed(refused.error());
        }
    }

    private static Optional<UUID> madeBy(ActionRequest action) {
        return action instanceof ActionRequest.Create it
                ? Optional.of(it.object().identifier())
                : Optional.empty();
    }

    private HI1Object get(UUID identifier) {
        return draft.find(identifier)
                .orElseThrow(() -> new Refused(
                        ErrorCode.GET_UNKNOWN, "There is no object %s of yours here.".formatted(identifier)));
    }

    private void make(int number, Taken.Verb verb, ActionRequest action, HI1Object object) {
        if (!sides.contains(Side.thatTakes(object)) || !Side.isMadeBy(action, object)) {
            throw new Refused(
                    ErrorCode.NOT_SUPPORTED,
                    "Objects of the kind %s are not taken here in this way."
                            .formatted(object.objectType().value()));
        }
        checkNotReceivers(object);
        checkOwner(object, ErrorCode.IMPROPER_VALUE);
        if (draft.find(object.identifier()).isPresent()) {
            throw new Refused(ErrorCode.OBJECT_EXISTS, "There is an object %s already.".formatted(object.identifier()));
        }
        checkLinks(object, List.of());
        var builder = ReceiversFields.standingAtFirst(object);
        builder.ownedBy(sender);
        builder.generation(1);
        builder.lastChanged(now);
        draft.put(number, verb, admitted(builder.build()));
    }

    /** The receiver counts generations and says where things stand; the sender leaves both out. */
    private static void checkNotReceivers(HI1Object object) {
        if (object.base().generation().isPresent()) {
            throw new Refused(ErrorCode.IMPROPER_VALUE, "A new object has no Generation: the receiver counts it.");
        }
        ReceiversFields.of(object).forEach((name, value) -> {
            if (value.isPresent()) {
                throw new Refused(ErrorCode.VALUE_FIXED, "%s is written by the receiver alone.".formatted(name));
            }
        });
    }

    private HI1Object update(int number, HI1Object update) {
        var old = draft.find(update.identifier()).orElseThrow(() -> unknown(update));
        if (!isSenders(old)) {
            throw new Refused(ErrorCode.VALUE_FIXED, "The object %s is not yours.".formatted(old.identifier()));
        }
        if (!old.objectType().equals(update.objectType())) {
            throw new Refused(
                    ErrorCode.VALUE_FIXED,
                    "The object %s is of the kind %s and stays so."
                            .formatted(old.identifier(), old.objectType().value()));
        }
        checkOwner(update, ErrorCode.VALUE_FIXED);
        int generation = old.base().generation().orElse(0);
        update.base().generation().filter(it -> it != generation).ifPresent(it -> {
            throw new Refused(
                    ErrorCode.IMPROPER_CHANGE,
                    "The update is of generation %d, but the object is at %d. Get it, and update what is there now."
                            .formatted(it, generation));
        });
        if (ReceiversFields.hasEnded(old)) {
            throw new Refused(
                    ErrorCode.UPDATE_EXPIRED,
                    "The object %s has ended: %s."
                            .formatted(
                                    old.identifier(),
                                    old.status().map(DictionaryEntry::value).orElse("")));
        }
        var merged = old.updatedBy(update);
        var before = ReceiversFields.of(old);
        ReceiversFields.of(merged).forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                throw new Refused(ErrorCode.VALUE_FIXED, "%s is written by the receiver alone.".formatted(name));
            }
        });
        checkLinks(merged, old.base().associatedObjects());
        var builder = merged.with();
        builder.generation(generation + 1);
        builder.lastChanged(now);
        var kept = admitted(builder.build());
        draft.put(number, Taken.Verb.UPDATED, kept);
        return kept;
    }

    private static Refused unknown(HI1Object update) {
        boolean cancels = update.desiredStatus()
                .map(DictionaryEntry::value)
                .filter("Cancelled"::equals)
                .isPresent();
        return new Refused(
                cancels ? ErrorCode.CANCEL_UNKNOWN : ErrorCode.UPDATE_UNKNOWN,
                "There is no object %s of yours here.".formatted(update.identifier()));
    }

    private boolean isSenders(HI1Object object) {
        return object.base().owner().filter(sender.uniqueIdentifier()::equals).isPresent()
                && object.base().country().filter(sender.country()::equals).isPresent();
    }

    private void checkOwner(HI1Object object, ErrorCode code) {
        var owner = object.base().owner();
        var country = object.base().country();
        if (owner.filter(it -> !it.equals(sender.uniqueIdentifier())).isPresent()
                || country.filter(it -> !it.equals(sender.country())).isPresent()) {
            throw new Refused(code, "The owner of an object is who sends it.");
        }
    }

    /** What a task leans on must be here. A notification or a delivery leans on what the authority itself asked. */
    private void checkLinks(HI1Object object, List<UUID> known) {
        if (Side.thatTakes(object) != Side.PROVIDER) {
            return;
        }
        for (var link : object.base().associatedObjects()) {
            if (draft.wasNotMade(link)) {
                throw new Refused(ErrorCode.LINK_FAILED, "The object %s of the same message failed.".formatted(link));
            }
            var linked = draft.find(link)
                    .orElseThrow(() -> new Refused(
                            ErrorCode.LINK_UNKNOWN, "There is no object %s of yours to link to.".formatted(link)));
            if (!known.contains(link) && ReceiversFields.hasEnded(linked)) {
                throw new Refused(ErrorCode.LINK_EXPIRED, "The linked object %s has ended.".formatted(link));
            }
        }
    }

    private HI1Object admitted(HI1Object object) {
        admission.objection(sender, object).ifPresent(it -> {
            throw new Refused(it);
        });
        return object;
    }
}

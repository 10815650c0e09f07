package org.comity.node.cooperation.wire;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.CountryCode;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.LDRequestDetails;
import org.comity.hi1.LDTaskDesiredStatus;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LDTaskStatus;
import org.comity.hi1.PreservationReference;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyDisclosure;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;

/**
 * A request that asks for data as a task of HI-1. The requesting side writes only the desired status, the requested side only
 * the status. The request that it follows up stands among the references to earlier preservations.
 */
final class DisclosureTask {

    /** What the reference to an earlier request is: the id under which both nodes hold it. */
    private static final String CONVERSATION = "conversation";

    private DisclosureTask() {}

    static LDTaskObject write(Request request, EndpointId own, CountryCode country) {
        var content = request.content();
        var data = content.data();
        var details = LDRequestDetails.builder().type(DataTypes.of(data));
        data.range().from().map(QualifiedDateTime::of).ifPresent(details::start);
        data.range().until().map(QualifiedDateTime::of).ifPresent(details::end);
        var particulars = TreatyDisclosure.builder(country, OutgoingMessages.orLeftOut(data.relation(), content));
        data.categories().stream().sorted().map(DataCategory::token).forEach(particulars::category);
        OutgoingMessages.said(data.provider()).ifPresent(particulars::custodian);
        OutgoingMessages.said(data.holder()).ifPresent(particulars::custodianKind);
        OutgoingMessages.said(data.location()).ifPresent(particulars::location);
        OutgoingMessages.said(content.procedures()).ifPresent(particulars::procedure);
        for (var identifier : data.identifiers()) {
            details.value(WireIdentifiers.value(identifier));
            WireIdentifiers.item(identifier).ifPresent(particulars::item);
        }
        var task = LDTaskObject.disclose(OutgoingMessages.taskId(request.id()))
                .ownedBy(own)
                .associatedWith(OutgoingMessages.authorisationId(request.id()))
                .request(details.build())
                .national(particulars.build());
        OutgoingMessages.said(content.proceeding()).ifPresent(task::manualInformation);
        request.follows()
                .map(earlier ->
                        new PreservationReference(earlier.toString(), Optional.of(CONVERSATION), Optional.empty()))
                .ifPresent(task::preservedUnder);
        return task.build();
    }

    static LDTaskObject progress(Request after, Step step) {
        var builder = LDTaskObject.builder(OutgoingMessages.taskId(after.id()));
        if (after.side() == Side.REQUESTING) {
            return builder.desiredStatus(
                            after.state() == RequestState.WITHDRAWN
                                    ? LDTaskDesiredStatus.CANCELLED
                                    : LDTaskDesiredStatus.DISCLOSED)
                    .build();
        }
        builder.status(status(after.state()));
        if (step.event() == RequestEvent.REFUSED
                || step.event() == RequestEvent.IMPOSSIBLE
                || step.event() == RequestEvent.NOT_FOUND) {
            step.particulars()
                    .reason()
                    .ifPresent(reason -> builder.statusReason(ErrorInformation.of(ErrorCode.GENERAL, reason)));
        }
        return builder.build();
    }

    private static LDTaskStatus status(RequestState state) {
        return switch (state) {
            case DELIVERED,
                    RECEIPT_CONFIRMED,
                    DISCLOSED,
                    PARTLY_DISCLOSED,
                    TO_REGULARISE,
                    REGULARISED,
                    DELETION_OWED,
                    DELETED -> LDTaskStatus.DISCLOSED;
            case IMPOSSIBLE, NOT_FOUND -> LDTaskStatus.DISCLOSURE_NOT_AVAILABLE;
            case REFUSED -> LDTaskStatus.REJECTED;
            case WITHDRAWN -> LDTaskStatus.CANCELLED;
            case EXECUTING, SERVED, EXECUTED, PARTLY_EXECUTED, OBJECTION, SUSPENDED, REFERRED, ENFORCEMENT ->
                LDTaskStatus.AWAITING_DISCLOSURE;
            case DRAFT,
                    AWAITING_APPROVAL,
                    APPROVED,
                    UNDELIVERED,
                    SENT,
                    ACKNOWLEDGED,
                    CLARIFICATION,
                    CONSULTATION,
                    CONDITIONS_OFFERED,
                    POSTPONED,
                    CLOSED -> LDTaskStatus.AWAITING_APPROVAL;
            case WARNED,
                    ACCEPTED,
                    ORDERED,
                    PRESERVED,
                    PARTIAL,
                    EXTENDED,
                    FOLLOWUP_RECEIVED,
                    PRODUCED,
                    SECURED,
                    TAKEN_DOWN,
                    UNDER_REVIEW,
                    REINSTATEMENT_OWED,
                    REINSTATED,
                    SETTLED,
                    LAPSED,
                    RELEASED -> throw new IllegalStateException("A disclosure is never in the state " + state + ".");
        };
    }

    /** @throws EnvelopeRefused when its particulars are missing */
    static DataWanted read(LDTaskObject task) {
        var details =
                task.request().orElseThrow(() -> new EnvelopeRefused("The disclosure task lacks its request details."));
        var disclosure = particulars(task);
        var categories = EnumSet.noneOf(DataCategory.class);
        disclosure.categories().forEach(token -> categories.add(DataCategory.of(token)));
        return new DataWanted(
                categories,
                details.values().stream()
                        .map(value -> WireIdentifiers.read(value, disclosure.items()))
                        .toList(),
                new TimeRange(
                        details.start().map(QualifiedDateTime::toInstant),
                        details.end().map(QualifiedDateTime::toInstant)),
                disclosure.relation(),
                disclosure.custodian().orElse(""),
                disclosure.custodianKind().orElse(""),
                disclosure.location().orElse(""),
                Optional.empty());
    }

    static String procedures(LDTaskObject task) {
        return particulars(task).procedure().orElse("");
    }

    /** The earlier request that it follows up; a reference of another kind is left to people. */
    static Optional<RequestId> follows(LDTaskObject task) {
        return task.preservationReferences().stream()
                .filter(reference ->
                        reference.nature().filter(CONVERSATION::equals).isPresent())
                .map(reference -> new RequestId(UUID.fromString(reference.value())))
                .findFirst();
    }

    private static TreatyDisclosure particulars(LDTaskObject task) {
        if (task.national().orElse(null) instanceof TreatyDisclosure disclosure) {
            return disclosure;
        }
        throw new EnvelopeRefused("The disclosure task lacks its treaty particulars.");
    }
}

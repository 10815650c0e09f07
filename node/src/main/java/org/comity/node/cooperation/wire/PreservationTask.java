package org.comity.node.cooperation.wire;

import java.time.ZoneOffset;
import java.util.EnumSet;
import org.comity.hi1.CountryCode;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.LPTaskDesiredStatus;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestDetails;
import org.comity.hi1.TreatyPreservation;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;

/**
 * A request for preservation as a task of HI-1. The requesting side writes only the desired status, the requested side only
 * the status.
 */
final class PreservationTask {

    private PreservationTask() {}

    static LPTaskObject write(Request request, EndpointId own, CountryCode country) {
        var data = request.content().data();
        var details = RequestDetails.builder().type(DataTypes.of(data));
        data.range().from().map(QualifiedDateTime::of).ifPresent(details::start);
        data.range().until().map(QualifiedDateTime::of).ifPresent(details::end);
        var particulars = TreatyPreservation.builder(
                        country,
                        TreatyPreservation.Kind.NEW,
                        OutgoingMessages.orLeftOut(data.relation(), request.content()))
                .partialDisclosure(request.content().partialDisclosure());
        data.categories().stream().sorted().map(DataCategory::token).forEach(particulars::category);
        OutgoingMessages.said(data.provider()).ifPresent(particulars::custodian);
        OutgoingMessages.said(data.holder()).ifPresent(particulars::custodianKind);
        OutgoingMessages.said(data.location()).ifPresent(particulars::location);
        data.expectedDeletion()
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
                .ifPresent(particulars::expectedDeletion);
        for (var identifier : data.identifiers()) {
            details.value(WireIdentifiers.value(identifier));
            WireIdentifiers.item(identifier).ifPresent(particulars::item);
        }
        return LPTaskObject.preserve(OutgoingMessages.taskId(request.id()))
                .ownedBy(own)
                .associatedWith(OutgoingMessages.authorisationId(request.id()))
                .request(details.build())
                .national(particulars.build())
                .build();
    }

    static LPTaskObject progress(Request after, Step step) {
        var builder = LPTaskObject.builder(OutgoingMessages.taskId(after.id()));
        if (after.side() == Side.REQUESTING) {
            builder.desiredStatus(desired(after.state()));
            if (step.event() == RequestEvent.EXTENSION_ASKED) {
                step.particulars().keptUntil().map(QualifiedDateTime::of).ifPresent(builder::desiredExpiration);
            }
            return builder.build();
        }
        builder.status(status(after.state()));
        after.preservation().map(kept -> QualifiedDateTime.of(kept.keptUntil())).ifPresent(builder::expiration);
        if (step.event() == RequestEvent.REFUSED) {
            step.particulars()
                    .reason()
                    .ifPresent(reason -> builder.statusReason(ErrorInformation.of(ErrorCode.GENERAL, reason)));
        }
        return builder.build();
    }

    private static LPTaskDesiredStatus desired(RequestState state) {
        return switch (state) {
            case WITHDRAWN, RELEASED -> LPTaskDesiredStatus.CANCELLED;
            default -> LPTaskDesiredStatus.PRESERVED;
        };
    }

    private static LPTaskStatus status(RequestState state) {
        return switch (state) {
            case PRESERVED, PARTIAL, EXTENDED, FOLLOWUP_RECEIVED, PRODUCED -> LPTaskStatus.PRESERVED;
            case NOT_FOUND -> LPTaskStatus.PRESERVATION_NOT_AVAILABLE;
            case REFUSED -> LPTaskStatus.REJECTED;
            case LAPSED -> LPTaskStatus.EXPIRED;
            case RELEASED, WITHDRAWN -> LPTaskStatus.CANCELLED;
            case CONSULTATION,
                    CONDITIONS_OFFERED,
                    POSTPONED,
                    EXECUTING,
                    EXECUTED,
                    PARTLY_EXECUTED,
                    IMPOSSIBLE,
                    DELIVERED,
                    RECEIPT_CONFIRMED,
                    SERVED,
                    TO_REGULARISE,
                    REGULARISED,
                    DELETION_OWED,
                    DELETED,
                    DISCLOSED,
                    SECURED,
                    TAKEN_DOWN,
                    UNDER_REVIEW,
                    REINSTATEMENT_OWED,
                    REINSTATED,
                    SETTLED,
                    PARTLY_DISCLOSED,
                    REFERRED -> throw new IllegalStateException("A preservation is never in the state " + state + ".");
            case DRAFT,
                    AWAITING_APPROVAL,
                    APPROVED,
                    UNDELIVERED,
                    SENT,
                    ACKNOWLEDGED,
                    CLARIFICATION,
                    WARNED,
                    ACCEPTED,
                    ORDERED,
                    OBJECTION,
                    SUSPENDED,
                    ENFORCEMENT,
                    CLOSED -> LPTaskStatus.AWAITING_PRESERVATION;
        };
    }

    /** @throws EnvelopeRefused when its particulars are missing */
    static DataWanted read(LPTaskObject task) {
        var details = task.request()
                .orElseThrow(() -> new EnvelopeRefused("The preservation task lacks its request details."));
        var preservation = particulars(task);
        var categories = EnumSet.noneOf(DataCategory.class);
        preservation.categories().forEach(token -> categories.add(DataCategory.of(token)));
        return new DataWanted(
                categories,
                details.values().stream()
                        .map(value -> WireIdentifiers.read(value, preservation.items()))
                        .toList(),
                new TimeRange(
                        details.start().map(QualifiedDateTime::toInstant),
                        details.end().map(QualifiedDateTime::toInstant)),
                preservation.relation(),
                preservation.custodian().orElse(""),
                preservation.custodianKind().orElse(""),
                preservation.location().orElse(""),
                preservation
                        .expectedDeletion()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    static boolean wantsPartialDisclosure(LPTaskObject task) {
        return particulars(task).partialDisclosure().orElse(false);
    }

    private static TreatyPreservation particulars(LPTaskObject task) {
        if (task.national().orElse(null) instanceof TreatyPreservation preservation) {
            return preservation;
        }
        throw new EnvelopeRefused("The preservation task lacks its treaty particulars.");
    }
}

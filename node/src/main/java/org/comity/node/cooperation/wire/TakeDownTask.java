package org.comity.node.cooperation.wire;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.comity.hi1.CountryCode;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.Provision;
import org.comity.hi1.RequestValue;
import org.comity.hi1.TDRequestDetails;
import org.comity.hi1.TDTaskDesiredStatus;
import org.comity.hi1.TDTaskObject;
import org.comity.hi1.TDTaskStatus;
import org.comity.hi1.TreatyTakedown;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TakeDown;

/** A take-down as a task of HI-1: the issuer writes the desired status, the provider the status. */
final class TakeDownTask {

    private TakeDownTask() {}

    static TDTaskObject write(Request request, EndpointId own, CountryCode country) {
        var content = request.content();
        var wanted = content.takeDown().orElse(TakeDown.BLANK);
        var particulars = TreatyTakedown.builder(
                        country,
                        wanted.means().token(),
                        OutgoingMessages.orLeftOut(content.data().relation(), content))
                .contentKind(wanted.content().token())
                .informUser(!content.confidentiality().wanted());
        grounds(request).stream().map(Provision::of).forEach(particulars::ground);
        wanted.territories().stream().map(CountryCode::new).forEach(particulars::territory);
        OutgoingMessages.said(wanted.redress()).ifPresent(particulars::redress);
        request.follows().map(RequestId::value).ifPresent(particulars::preservation);
        var task = TDTaskObject.takeDown(OutgoingMessages.taskId(request.id()))
                .ownedBy(own)
                .associatedWith(OutgoingMessages.authorisationId(request.id()))
                .requesterReference(request.reference())
                .request(TDRequestDetails.of(content.data().identifiers().stream()
                        .map(WireIdentifiers::value)
                        .toArray(RequestValue[]::new)))
                .national(particulars.build());
        OutgoingMessages.said(wanted.flaggedBy()).ifPresent(task::manualInformation);
        return task.build();
    }

    /** What the law calls unlawful; where no offence is named, the provision of the route itself. */
    private static List<String> grounds(Request request) {
        var offence = request.content().offence().provisions();
        return offence.isEmpty()
                ? request.route().map(PlannedRoute::provision).stream().toList()
                : offence;
    }

    static TDTaskObject progress(Request after, Step step) {
        var builder = TDTaskObject.builder(OutgoingMessages.taskId(after.id()));
        if (after.side() == Side.REQUESTING) {
            return builder.desiredStatus(
                            after.state() == RequestState.WITHDRAWN || after.state() == RequestState.REINSTATEMENT_OWED
                                    ? TDTaskDesiredStatus.CANCELLED
                                    : TDTaskDesiredStatus.PENDING)
                    .build();
        }
        builder.status(status(after.state()));
        explanation(step).ifPresent(words -> builder.statusReason(ErrorInformation.of(ErrorCode.GENERAL, words)));
        return builder.build();
    }

    /** The standard asks for one when not all was taken down, and when nothing was. */
    private static Optional<String> explanation(Step step) {
        return switch (step.event()) {
            case REFUSED, OBJECTED, NOT_FOUND -> step.particulars().reason();
            case PARTLY_TAKEN_DOWN -> step.particulars().remarks();
            default -> Optional.empty();
        };
    }

    private static TDTaskStatus status(RequestState state) {
        return switch (state) {
            case TAKEN_DOWN, SETTLED, UNDER_REVIEW, REINSTATEMENT_OWED -> TDTaskStatus.RESOLVED;
            case REFUSED, NOT_FOUND, REINSTATED, WITHDRAWN -> TDTaskStatus.REJECTED;
            default -> TDTaskStatus.PENDING;
        };
    }

    /** What a provider with a system of its own says by the status alone. */
    static Optional<RequestEvent> event(TDTaskStatus status) {
        return switch (status) {
            case PENDING -> Optional.empty();
            case RESOLVED -> Optional.of(RequestEvent.CONTENT_REMOVED);
            case REJECTED -> Optional.of(RequestEvent.REFUSED);
            case ERROR -> Optional.of(RequestEvent.OBJECTED);
        };
    }

    static DataWanted data(TDTaskObject task) {
        var details = task.request()
                .orElseThrow(() -> new IllegalArgumentException("the take-down lacks its request details"));
        return DataWanted.NOTHING_YET.with(wanted -> wanted.categories(EnumSet.of(DataCategory.CONTENT))
                .identifiers(
                        details.values().stream().map(TakeDownTask::location).toList())
                .relation(treaty(task).map(TreatyTakedown::explanation).orElse("")));
    }

    /** Content is found by its address; in a format that is not ours, a person at the provider makes sense of it. */
    private static Identifier location(RequestValue value) {
        try {
            return WireIdentifiers.read(value, List.of());
        } catch (RuntimeException notOfOurFormats) {
            return new Identifier.Account(value.value());
        }
    }

    static TakeDown read(TDTaskObject task) {
        var said = TakeDown.BLANK.withFlaggedBy(task.manualInformation().orElse(""));
        return treaty(task)
                .map(treaty -> said.with(it -> it.content(
                                treaty.contentKind().map(TakeDown.Content::of).orElse(TakeDown.Content.OTHER))
                        .means(TakeDown.Means.of(treaty.measure()))
                        .territories(treaty.territories().stream()
                                .map(CountryCode::value)
                                .toList())
                        .redress(treaty.redress().orElse(""))))
                .orElse(said);
    }

    /** The earlier request under which the content is preserved. */
    static Optional<RequestId> follows(TDTaskObject task) {
        return treaty(task).flatMap(TreatyTakedown::preservation).map(RequestId::new);
    }

    private static Optional<TreatyTakedown> treaty(TDTaskObject task) {
        return task.national().filter(TreatyTakedown.class::isInstance).map(TreatyTakedown.class::cast);
    }
}

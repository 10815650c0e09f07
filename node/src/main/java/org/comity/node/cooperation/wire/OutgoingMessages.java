package org.comity.node.cooperation.wire;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ApprovalDetails;
import org.comity.hi1.AuthorisationDesiredStatus;
import org.comity.hi1.AuthorisationFlag;
import org.comity.hi1.AuthorisationLegalType;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.AuthorisationPriority;
import org.comity.hi1.CountryCode;
import org.comity.hi1.DocumentDesiredStatus;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.EndpointId;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.Language;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.NotificationType;
import org.comity.hi1.Provision;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyAuthorisation;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.springframework.stereotype.Component;

/**
 * Writes what the counterpart is told, in HI-1. The request is an authorisation, a document and a task; every later step
 * is a notification beside an update of the task. The requesting side writes only the task's desired status, the
 * requested side only its status.
 */
@Component
public class OutgoingMessages {

    private final OwnNode own;
    private final Forms forms;
    private final Clock clock;

    OutgoingMessages(OwnNode own, Forms forms, Clock clock) {
        this.own = own;
        this.forms = forms;
        this.clock = clock;
    }

    public byte[] write(Request after, Step step) {
        var header = Header.of(
                endpoint(own.party()), endpoint(after.requireCounterpart()), UUID.randomUUID(), clock.instant());
        var message = step.event() == RequestEvent.APPROVED
                ? HI1Message.request(header, asks(after, step).toArray(ActionRequest[]::new))
                : HI1Message.request(
                        header,
                        ActionRequest.update(progress(after, step)),
                        ActionRequest.create(notification(after, step)));
        return Hi1Writer.write(message);
    }

    List<ActionRequest> asks(Request after, Step approval) {
        return List.of(
                ActionRequest.create(authorisation(after, approval)),
                ActionRequest.create(document(after)),
                ActionRequest.create(task(after)));
    }

    static EndpointId endpoint(PartyId party) {
        return EndpointId.of(party.state(), party.value());
    }

    /** The task is the request: it has the conversation's id. */
    static UUID taskId(RequestId request) {
        return request.value();
    }

    static UUID authorisationId(RequestId request) {
        return UUID.nameUUIDFromBytes(("authorisation of " + request).getBytes(StandardCharsets.UTF_8));
    }

    private static UUID documentId(RequestId request) {
        return UUID.nameUUIDFromBytes(("form of " + request).getBytes(StandardCharsets.UTF_8));
    }

    /** How the document of a request calls itself. */
    static String form(RequestKind kind) {
        return kind.token() + "-request";
    }

    private CountryCode country() {
        return new CountryCode(own.state());
    }

    private AuthorisationObject authorisation(Request request, Step approval) {
        var emergency = request.content().urgency().isEmergency();
        var approver = ApprovalDetails.builder()
                .type("second person")
                .approver(ApprovalDetails.Approver.inRole("approver"))
                .timestamp(QualifiedDateTime.of(approval.occurredAt()))
                .isEmergency(emergency)
                .build();
        var builder = AuthorisationObject.builder(authorisationId(request.id()))
                .ownedBy(endpoint(own.party()))
                .reference(request.reference())
                .legalType(AuthorisationLegalType.MANUAL)
                .priority(
                        request.content().urgency().level() == UrgencyLevel.ROUTINE
                                ? AuthorisationPriority.ROUTINE
                                : AuthorisationPriority.HIGH)
                .desiredStatus(
                        emergency ? AuthorisationDesiredStatus.EMERGENCY_APPROVAL : AuthorisationDesiredStatus.APPROVED)
                .recipient(endpoint(request.requireCounterpart()))
                .created(QualifiedDateTime.of(approval.occurredAt()))
                .approval(approver)
                .national(particulars(request));
        if (emergency) {
            builder.flag(AuthorisationFlag.IS_EMERGENCY);
        }
        return builder.build();
    }

    private TreatyAuthorisation particulars(Request request) {
        var content = request.content();
        var provision = request.route().orElseThrow().provision();
        var builder = TreatyAuthorisation.under(country(), Provision.of(provision))
                .authority(TreatyAuthorisation.Authority.of(own.organisation(), "24/7 contact point"))
                .caseReference(request.reference())
                .offence(new TreatyAuthorisation.Offence(
                        content.offence().provisions().stream()
                                .map(Provision::of)
                                .toList(),
                        orLeftOut(content.offence().description(), content),
                        said(content.offence().penalty())))
                .facts(orLeftOut(content.facts(), content))
                .necessity(content.safeguards().necessity())
                .urgency(new TreatyAuthorisation.Urgency(
                        content.urgency().level().token(),
                        said(content.urgency().reason())));
        content.emergency()
                .map(it -> new TreatyAuthorisation.Emergency(
                        it.risk().token(), it.atRisk(), it.harm(), it.imminence(), it.effect()))
                .ifPresent(builder::emergency);
        content.oneOf()
                .map(it -> new TreatyAuthorisation.Alternatives(it.group(), it.of()))
                .ifPresent(builder::alternatives);
        said(content.conditions()).ifPresent(builder::condition);
        content.issuance()
                .map(it -> new TreatyAuthorisation.Issuance(it.reviewedBy(), it.certifiedBy(), it.targeting()))
                .ifPresent(builder::issuance);
        if (content.followUp().intended()) {
            builder.followUp(new TreatyAuthorisation.FollowUp(
                    content.followUp().plannedOn(), said(content.followUp().authority())));
        }
        if (content.confidentiality().wanted()) {
            builder.confidentiality(new TreatyAuthorisation.Confidentiality(
                    content.confidentiality().reason(),
                    content.confidentiality()
                            .until()
                            .map(day -> QualifiedDateTime.of(
                                    day.atStartOfDay(ZoneOffset.UTC).toInstant()))));
        }
        return builder.build();
    }

    static String orLeftOut(String text, RequestContent content) {
        if (!text.isBlank()) {
            return text;
        }
        return content.missingReason().isBlank() ? "-" : "Left out: " + content.missingReason();
    }

    static Optional<String> said(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    private DocumentObject document(Request request) {
        var form = forms.of(request);
        forms.keep(request.id(), form);
        return DocumentObject.builder(documentId(request.id()))
                .ownedBy(endpoint(own.party()))
                .associatedWith(authorisationId(request.id()))
                .reference(request.reference())
                .name(form.title())
                .desiredStatus(DocumentDesiredStatus.APPROVED)
                .body(DocumentObject.Body.of(form.html().getBytes(StandardCharsets.UTF_8), "text/html"))
                .national(TreatyDocument.of(country(), form(request.kind()), new Language(form.language()))
                        .translated(WireTranslations.of(request)))
                .build();
    }

    private HI1Object task(Request request) {
        if (request.kind().takesDown()) {
            return TakeDownTask.write(request, endpoint(own.party()), country());
        }
        return request.kind().obtains()
                ? DisclosureTask.write(request, endpoint(own.party()), country())
                : PreservationTask.write(request, endpoint(own.party()), country());
    }

    static HI1Object progress(Request after, Step step) {
        if (after.kind().takesDown()) {
            return TakeDownTask.progress(after, step);
        }
        return after.kind().obtains() ? DisclosureTask.progress(after, step) : PreservationTask.progress(after, step);
    }

    NotificationObject notification(Request after, Step step) {
        var told = step.particulars();
        var treaty = TreatyStep.builder(
                country(), step.event().token(), step.number(), QualifiedDateTime.of(step.occurredAt()));
        told.reference().ifPresent(treaty::ownReference);
        told.reason().ifPresent(treaty::reason);
        told.ground().map(Provision::of).ifPresent(treaty::ground);
        told.effectedAt().map(QualifiedDateTime::of).ifPresent(treaty::effectiveAt);
        told.keptUntil().map(QualifiedDateTime::of).ifPresent(treaty::preservedUntil);
        told.reviewAt().map(QualifiedDateTime::of).ifPresent(treaty::reviewAt);
        told.provider().ifPresent(treaty::provider);
        told.outcomes()
                .forEach(outcome -> treaty.outcome(WireIdentifiers.outcome(after.kind(), step.event(), outcome)));
        told.exhibits()
                .forEach(it -> treaty.exhibit(new TreatyStep.Exhibit(
                        it.transfer().toString(),
                        it.name(),
                        it.mediaType(),
                        it.size(),
                        it.sha256(),
                        it.root(),
                        it.address().toString(),
                        it.sealedKey(),
                        it.conditions().stream()
                                .map(limit -> new TreatyStep.Condition(
                                        limit.text(),
                                        Optional.of(limit.provision()).filter(under -> !under.isBlank())))
                                .toList())));
        told.remarks().ifPresent(treaty::remarks);
        return NotificationObject.builder(UUID.randomUUID())
                .ownedBy(endpoint(own.party()))
                .associatedWith(taskId(after.id()))
                .type(NotificationType.GENERAL)
                .isNew(true)
                .timestamp(QualifiedDateTime.of(step.occurredAt()))
                .national(treaty.build())
                .build();
    }
}

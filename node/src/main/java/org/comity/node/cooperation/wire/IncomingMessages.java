package org.comity.node.cooperation.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.Payload;
import org.comity.hi1.Provision;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyAuthorisation;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Confidentiality;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.Issuance;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.OneOfSeveral;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.OfferedExhibit;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.springframework.stereotype.Component;

/** Reads what a counterpart says, strictly: what is not understood is refused with words for the sender. */
@Component
public class IncomingMessages {

    private final OwnNode own;

    IncomingMessages(OwnNode own) {
        this.own = own;
    }

    /** @throws EnvelopeRefused when it can't be understood, isn't for this node, or isn't from that party */
    public PeerMessage read(PartyId from, byte[] content) {
        try {
            var message = Hi1Reader.read(content);
            checkParties(from, message);
            if (!(message.payload() instanceof Payload.Requests requests)) {
                throw new EnvelopeRefused("The message holds no action requests; answers are not expected here.");
            }
            return read(requests.actions());
        } catch (Hi1Exception | IllegalArgumentException | ActRefused.Malformed e) {
            throw new EnvelopeRefused("The HI-1 message can't be taken: " + e.getMessage());
        }
    }

    private void checkParties(PartyId from, HI1Message message) {
        var header = message.header();
        if (!header.sender().equals(OutgoingMessages.endpoint(from))) {
            throw new EnvelopeRefused("The HI-1 message names %s as its sender, but it was signed by %s."
                    .formatted(header.sender().uniqueIdentifier(), from));
        }
        if (!header.receiver().equals(OutgoingMessages.endpoint(own.party()))) {
            throw new EnvelopeRefused("The HI-1 message is for %s; this node is %s."
                    .formatted(header.receiver().uniqueIdentifier(), own.party()));
        }
    }

    private static PeerMessage read(List<ActionRequest> actions) {
        // orders come over HI-1 itself, where their issuer proves who it is; none comes this way
        if (actions.size() == 3
                && actions.get(0) instanceof ActionRequest.Create(AuthorisationObject authorisation)
                && actions.get(1) instanceof ActionRequest.Create(DocumentObject document)) {
            if (actions.get(2) instanceof ActionRequest.Create(LPTaskObject task)) {
                return asks(authorisation, document, task);
            }
            if (actions.get(2) instanceof ActionRequest.Create(LDTaskObject task)) {
                return asks(authorisation, document, task);
            }
        }
        if (actions.size() == 2
                && actions.get(0) instanceof ActionRequest.Update(HI1Object task)
                && actions.get(1) instanceof ActionRequest.Create(NotificationObject notification)) {
            return tells(task, notification);
        }
        throw new EnvelopeRefused(
                "The message must either create an authorisation, a document and a preservation or disclosure task, in this"
                        + " order, or update such a task and create one notification.");
    }

    private static PeerMessage asks(AuthorisationObject authorisation, DocumentObject document, LPTaskObject task) {
        requireNoStatus(task.status());
        var treaty = particulars(authorisation);
        var content = content(treaty, PreservationTask.read(task))
                .withPartialDisclosure(PreservationTask.wantsPartialDisclosure(task));
        return asks(task.identifier(), RequestKind.PRESERVATION, Optional.empty(), treaty, content, document);
    }

    private static PeerMessage asks(AuthorisationObject authorisation, DocumentObject document, LDTaskObject task) {
        requireNoStatus(task.status());
        var treaty = particulars(authorisation);
        var content = content(treaty, DisclosureTask.read(task))
                .with(it -> it.procedures(DisclosureTask.procedures(task))
                        .proceeding(task.manualInformation().orElse("")));
        return asks(task.identifier(), disclosure(document), DisclosureTask.follows(task), treaty, content, document);
    }

    private static PeerMessage asks(
            UUID id,
            RequestKind kind,
            Optional<RequestId> follows,
            TreatyAuthorisation treaty,
            RequestContent content,
            DocumentObject document) {
        return new PeerMessage.Asks(
                new RequestId(id),
                kind,
                follows,
                treaty.provision().value(),
                treaty.caseReference(),
                content,
                form(document).map(it -> it.language().value()).orElse("en"),
                html(document),
                WireTranslations.in(document));
    }

    /** Its form says which kind of request asks for the data. */
    private static RequestKind disclosure(DocumentObject document) {
        return Arrays.stream(RequestKind.values())
                .filter(kind -> kind.obtains() && !kind.isOrder())
                .filter(kind -> form(document)
                        .filter(form -> form.form().equals(OutgoingMessages.form(kind)))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new EnvelopeRefused("The form of a disclosure must say which request it is: %s."
                        .formatted(Arrays.stream(RequestKind.values())
                                .filter(kind -> kind.obtains() && !kind.isOrder())
                                .map(OutgoingMessages::form)
                                .toList())));
    }

    private static Optional<TreatyDocument> form(DocumentObject document) {
        return document.national().filter(TreatyDocument.class::isInstance).map(TreatyDocument.class::cast);
    }

    private static void requireNoStatus(Optional<?> status) {
        if (status.isPresent()) {
            throw new EnvelopeRefused("The status of a task belongs to the requested side; leave it out.");
        }
    }

    private static TreatyAuthorisation particulars(AuthorisationObject authorisation) {
        if (authorisation.national().orElse(null) instanceof TreatyAuthorisation treaty) {
            return treaty;
        }
        throw new EnvelopeRefused("The authorisation lacks its treaty particulars.");
    }

    static RequestContent content(TreatyAuthorisation treaty, DataWanted data) {
        return new RequestContent(
                data,
                new Offence(
                        treaty.offence().provisions().stream()
                                .map(Provision::value)
                                .toList(),
                        treaty.offence().description(),
                        treaty.offence().penalty().orElse("")),
                treaty.facts(),
                "",
                treaty.urgency()
                        .map(urgency -> new Urgency(
                                UrgencyLevel.of(urgency.level()),
                                urgency.reason().orElse("")))
                        .orElse(Urgency.ROUTINE),
                treaty.confidentiality()
                        .map(secret -> new Confidentiality(
                                true,
                                secret.reason(),
                                secret.until().map(until -> until.value().toLocalDate())))
                        .orElse(Confidentiality.NONE),
                treaty.followUp()
                        .map(follow -> new FollowUpIntention(
                                true, follow.plannedOn(), follow.authority().orElse("")))
                        .orElse(FollowUpIntention.NONE),
                false,
                "",
                "",
                new Safeguards("", treaty.necessity(), ""),
                "",
                treaty.alternatives().map(it -> new OneOfSeveral(it.group(), it.of())),
                treaty.emergency()
                        .map(it -> new EmergencyClaim(
                                EmergencyClaim.Risk.of(it.risk()),
                                it.atRisk(),
                                it.harm(),
                                it.imminence(),
                                it.effect())),
                Optional.empty(),
                treaty.issuance().map(it -> new Issuance(it.reviewedBy(), it.certifiedBy(), it.targeting())),
                String.join("\n", treaty.conditions()));
    }

    private static String html(DocumentObject document) {
        return document.body()
                .filter(body -> body.contentType().filter("text/html"::equals).isPresent())
                .flatMap(DocumentObject.Body::contents)
                .map(contents -> new String(contents.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new EnvelopeRefused("The form must be a document of the type text/html."));
    }

    private static PeerMessage tells(HI1Object task, NotificationObject notification) {
        if (!(notification.national().orElse(null) instanceof TreatyStep step)) {
            throw new EnvelopeRefused("The notification lacks its treaty particulars.");
        }
        var event = RequestEvent.ofToken(step.step());
        if (!event.travels() || event == RequestEvent.APPROVED) {
            throw new EnvelopeRefused("The step \"" + step.step() + "\" is not one that the other side is told of.");
        }
        checkOwnership(task, event);
        return tells(new RequestId(task.identifier()), step, event);
    }

    /** A step of an order, of which nobody is told but over HI-1 itself. */
    static PeerMessage.Tells tells(RequestId order, TreatyStep step) {
        return tells(order, step, RequestEvent.ofToken(step.step()));
    }

    private static PeerMessage.Tells tells(RequestId request, TreatyStep step, RequestEvent event) {
        checkParticulars(step, event);
        return new PeerMessage.Tells(
                request,
                event,
                step.occurredAt().toInstant(),
                new Particulars(
                        step.ownReference(),
                        step.reason(),
                        step.ground().map(Provision::value),
                        step.effectiveAt().map(QualifiedDateTime::toInstant),
                        step.preservedUntil().map(QualifiedDateTime::toInstant),
                        step.reviewAt().map(QualifiedDateTime::toInstant),
                        step.provider(),
                        List.of(),
                        step.exhibits().stream().map(IncomingMessages::exhibit).toList(),
                        step.remarks(),
                        Optional.empty(),
                        Optional.empty()),
                step.outcomes());
    }

    private static OfferedExhibit exhibit(TreatyStep.Exhibit told) {
        return new OfferedExhibit(
                UUID.fromString(told.transfer()),
                told.name(),
                told.mediaType(),
                told.size(),
                told.digest(),
                told.root(),
                URI.create(told.address()),
                told.sealedKey(),
                told.conditions().stream()
                        .map(limit -> new Condition(limit.text(), limit.under().orElse("")))
                        .toList());
    }

    /** The requesting side writes the desired status, the requested side the status; neither writes the other's. */
    private static void checkOwnership(HI1Object task, RequestEvent event) {
        switch (task) {
            case LPTaskObject preservation ->
                checkOwnership(
                        List.of(LifeCycle.PRESERVATION), event, preservation.status(), preservation.desiredStatus());
            case LDTaskObject disclosure ->
                checkOwnership(
                        List.of(
                                LifeCycle.ASSISTANCE,
                                LifeCycle.ORDER_GIVEN_EFFECT,
                                LifeCycle.EMERGENCY,
                                LifeCycle.INFORMATION),
                        event,
                        disclosure.status(),
                        disclosure.desiredStatus());
            default -> throw new EnvelopeRefused("What is updated must be a preservation or a disclosure task.");
        }
    }

    private static void checkOwnership(
            List<LifeCycle> lives, RequestEvent event, Optional<?> status, Optional<?> desiredStatus) {
        var byRequested = lives.stream().anyMatch(life -> life.belongsTo(By.REQUESTED, event));
        var byRequesting = lives.stream().anyMatch(life -> life.belongsTo(By.REQUESTING, event));
        if (byRequested && byRequesting) {
            return;
        }
        if (byRequested ? desiredStatus.isPresent() : status.isPresent()) {
            throw new EnvelopeRefused(
                    byRequested
                            ? "The desired status of a task belongs to the requesting side; leave it out."
                            : "The status of a task belongs to the requested side; leave it out.");
        }
    }

    private static void checkParticulars(TreatyStep step, RequestEvent event) {
        var complete = switch (event) {
            case PRESERVED, PARTLY_PRESERVED ->
                step.effectiveAt().isPresent() && step.preservedUntil().isPresent();
            case EXTENSION_GRANTED, EXTENSION_ASKED -> step.preservedUntil().isPresent();
            case POSTPONED -> step.reason().isPresent() && step.reviewAt().isPresent();
            case CONDITIONS_OFFERED -> step.reason().isPresent();
            case EXECUTED, PARTLY_EXECUTED, DISCLOSED, PARTLY_DISCLOSED ->
                step.effectiveAt().isPresent();
            case CONTENT_PRESERVED, CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN ->
                step.effectiveAt().isPresent() && step.preservedUntil().isPresent();
            case REGULARISED,
                    DATA_DELETED,
                    PRESERVATION_WAIVED,
                    REASONS_STATED,
                    COMPLAINED,
                    RESTRICTION_UPHELD,
                    REINSTATED,
                    REVOKED -> step.reason().isPresent();
            case HANDED_OVER -> step.ownReference().isPresent();
            case REFUSED, OBJECTED, CONFLICT_CLAIMED ->
                step.ground().isPresent() && step.reason().isPresent();
            case ACKNOWLEDGED -> step.ownReference().isPresent();
            default -> true;
        };
        if (!complete) {
            throw new EnvelopeRefused("The step \"" + step.step() + "\" lacks what it must say.");
        }
    }
}

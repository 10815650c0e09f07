package org.comity.node.cooperation;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.Payload;
import org.comity.hi1.Provision;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestDetails;
import org.comity.hi1.TreatyAuthorisation;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyPreservation;
import org.comity.hi1.TreatyStep;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.springframework.stereotype.Component;

/** Reads what a counterpart says, strictly: what is not understood is refused with words for the sender. */
@Component
class IncomingMessages {

    private final OwnNode own;

    IncomingMessages(OwnNode own) {
        this.own = own;
    }

    /** @throws EnvelopeRefused when it can't be understood, isn't for this node, or isn't from that party */
    PeerMessage read(PartyId from, byte[] content) {
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
        return switch (actions.getFirst()) {
            case ActionRequest.Create(AuthorisationObject authorisation)
            when actions.size() == 3
                    && actions.get(1) instanceof ActionRequest.Create(DocumentObject document)
                    && actions.get(2) instanceof ActionRequest.Create(LPTaskObject task) ->
                asks(authorisation, document, task);
            case ActionRequest.Update(LPTaskObject task)
            when actions.size() == 2
                    && actions.get(1) instanceof ActionRequest.Create(NotificationObject notification) ->
                tells(task, notification);
            default ->
                throw new EnvelopeRefused(
                        "The message must either create an authorisation, a document and a preservation task, in this order,"
                                + " or update a preservation task and create one notification.");
        };
    }

    private static PeerMessage asks(AuthorisationObject authorisation, DocumentObject document, LPTaskObject task) {
        if (task.status().isPresent()) {
            throw new EnvelopeRefused("The status of a task belongs to the requested side; leave it out.");
        }
        if (!(authorisation.national().orElse(null) instanceof TreatyAuthorisation treaty)) {
            throw new EnvelopeRefused("The authorisation lacks its treaty particulars.");
        }
        if (!(task.national().orElse(null) instanceof TreatyPreservation preservation)) {
            throw new EnvelopeRefused("The preservation task lacks its treaty particulars.");
        }
        var details = task.request()
                .orElseThrow(() -> new EnvelopeRefused("The preservation task lacks its request details."));
        return new PeerMessage.Asks(
                new RequestId(task.identifier()),
                treaty.provision().value(),
                treaty.caseReference(),
                content(treaty, preservation, details),
                document.national().orElse(null) instanceof TreatyDocument form
                        ? form.language().value()
                        : "en",
                html(document));
    }

    private static PreservationRequest content(
            TreatyAuthorisation treaty, TreatyPreservation preservation, RequestDetails details) {
        var categories = EnumSet.noneOf(DataCategory.class);
        preservation.categories().forEach(token -> categories.add(DataCategory.of(token)));
        var data = new DataWanted(
                categories,
                details.values().stream()
                        .map(value -> WireIdentifiers.read(value, preservation.items()))
                        .toList(),
                new TimeRange(
                        details.start().map(QualifiedDateTime::toInstant),
                        details.end().map(QualifiedDateTime::toInstant)),
                preservation.relation(),
                preservation.custodian().orElse(""),
                preservation.location().orElse(""),
                preservation
                        .expectedDeletion()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return new PreservationRequest(
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
                preservation.partialDisclosure().orElse(false),
                new Safeguards("", treaty.necessity(), ""),
                "");
    }

    private static String html(DocumentObject document) {
        return document.body()
                .filter(body -> body.contentType().filter("text/html"::equals).isPresent())
                .flatMap(DocumentObject.Body::contents)
                .map(contents -> new String(contents.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new EnvelopeRefused("The form must be a document of the type text/html."));
    }

    private static PeerMessage tells(LPTaskObject task, NotificationObject notification) {
        if (!(notification.national().orElse(null) instanceof TreatyStep step)) {
            throw new EnvelopeRefused("The notification lacks its treaty particulars.");
        }
        var event = RequestEvent.ofToken(step.step());
        if (!event.travels() || event == RequestEvent.APPROVED) {
            throw new EnvelopeRefused("The step \"" + step.step() + "\" is not one that the other side is told of.");
        }
        checkOwnership(task, event);
        checkParticulars(step, event);
        return new PeerMessage.Tells(
                new RequestId(task.identifier()),
                event,
                step.occurredAt().toInstant(),
                new Particulars(
                        step.ownReference(),
                        step.reason(),
                        step.ground().map(Provision::value),
                        step.effectiveAt().map(QualifiedDateTime::toInstant),
                        step.preservedUntil().map(QualifiedDateTime::toInstant),
                        step.provider(),
                        List.of(),
                        step.remarks()),
                step.outcomes());
    }

    /** The requesting side writes the desired status, the requested side the status; neither writes the other's. */
    private static void checkOwnership(LPTaskObject task, RequestEvent event) {
        var byRequested =
                Transitions.table().stream().anyMatch(row -> row.event() == event && row.by() == By.REQUESTED);
        if (byRequested ? task.desiredStatus().isPresent() : task.status().isPresent()) {
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
            case REFUSED -> step.ground().isPresent() && step.reason().isPresent();
            case ACKNOWLEDGED -> step.ownReference().isPresent();
            default -> true;
        };
        if (!complete) {
            throw new EnvelopeRefused("The step \"" + step.step() + "\" lacks what it must say.");
        }
    }
}

package org.comity.node.cooperation.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.Checksum;
import org.comity.hi1.CountryCode;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.DeliveryStatus;
import org.comity.hi1.DictionaryEntry;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Object;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LDTaskStatus;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.Language;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.Provision;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TDTaskObject;
import org.comity.hi1.TDTaskStatus;
import org.comity.hi1.Timespan;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.OwnNode;
import org.comity.node.evidence.DeliveredContent;
import org.comity.node.frame.Noted;
import org.springframework.stereotype.Component;

/**
 * An order and what is said of it, in the objects of HI-1. Only a provider makes notifications there, so the issuer's later
 * steps are documents beside the authorisation; what the standard has a field for, it says in the task as well, for
 * providers with systems of their own.
 */
@Component
public class OrderMessages {

    private static final String STEP = "step-";
    private static final String TEXT = "text/plain";

    private final OwnNode own;
    private final OutgoingMessages messages;

    OrderMessages(OwnNode own, OutgoingMessages messages) {
        this.own = own;
        this.messages = messages;
    }

    /** Authorisation, document and task. */
    public List<ActionRequest> order(Request after, Step approval) {
        return messages.asks(after, approval);
    }

    /** A later step of the issuer. */
    public ActionRequest said(Request after, Step step) {
        var told = step.particulars();
        var document = DocumentObject.builder(UUID.randomUUID())
                .ownedBy(OutgoingMessages.endpoint(own.party()))
                .associatedWith(OutgoingMessages.authorisationId(after.id()))
                .externalIdentifier(after.id().toString())
                .name(step.event().token())
                .timespan(new Timespan(
                        Optional.of(QualifiedDateTime.of(step.occurredAt())),
                        told.keptUntil().map(QualifiedDateTime::of)))
                .national(TreatyDocument.of(
                                new CountryCode(own.state()),
                                STEP + step.event().token(),
                                new Language("en"))
                        .resting(told.ground().map(Provision::of)));
        told.reference().ifPresent(document::reference);
        told.reason()
                .or(told::remarks)
                .map(reason -> DocumentObject.Body.of(reason.getBytes(StandardCharsets.UTF_8), TEXT))
                .ifPresent(document::body);
        return ActionRequest.create(document.build());
    }

    /** What the standard itself has a field for: that nothing more is wanted, or until when it is to be kept. */
    public Optional<ActionRequest> wished(Request after, Step step) {
        return switch (step.event()) {
            case WITHDRAWN, REVOKED, RELEASED, EXTENSION_ASKED ->
                Optional.of(ActionRequest.update(OutgoingMessages.progress(after, step)));
            default -> Optional.empty();
        };
    }

    /** The task as it stands after a step of the provider. */
    public HI1Object standing(HI1Object task, Request after, Step step) {
        return task.updatedBy(OutgoingMessages.progress(after, step));
    }

    /** What a step of the provider says. */
    public NotificationObject told(Request after, Step step) {
        return messages.notification(after, step);
    }

    /** @param last nothing follows in the same step */
    public record Part(int number, boolean last) {}

    public HI1Object delivery(Request after, UUID id, Part part, DeliveryContent content) {
        return DeliveryObject.builder(id)
                .ownedBy(OutgoingMessages.endpoint(own.party()))
                .associatedWith(OutgoingMessages.taskId(after.id()))
                .deliveryId(id)
                .sequenceNumber(part.number())
                .lastSequence(part.last())
                .content(content)
                .status(DeliveryStatus.AVAILABLE)
                .build();
    }

    /** What is fetched from there, as long as it is kept. */
    public DeliveryContent reference(URI address, String name, String type, long size, String sha256) {
        return new DeliveryContent.Url(
                address.toString(),
                Optional.of(size),
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                List.of(new Checksum(sha256, Checksum.SHA_256)));
    }

    /** Why content can't be fetched as evidence. */
    public static final class Unfetchable extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Noted why;

        Unfetchable(Noted why) {
            super(why.toString());
            this.why = why;
        }

        public Noted why() {
            return why;
        }
    }

    /** A reference to content that can be fetched. @throws Unfetchable for one that names no size or SHA-256 */
    public static DeliveredContent fetched(UUID transfer, DeliveryContent.Url url, String unnamed) throws Unfetchable {
        var sha256 = Stream.concat(
                        url.checksums().stream(),
                        url.checksum().stream()
                                .map(value ->
                                        new Checksum(value, url.checksumType().orElse(Checksum.SHA_256))))
                .filter(sum -> sum.type().replace("-", "").equalsIgnoreCase("SHA256"))
                .map(sum -> sum.value().toLowerCase(Locale.ROOT))
                .filter(sum -> sum.matches("[0-9a-f]{64}"))
                .findFirst();
        if (sha256.isEmpty() || url.contentLength().isEmpty()) {
            throw new Unfetchable(Noted.of("cooperation.unfetchable."
                    + (sha256.isPresent() ? "length" : url.contentLength().isPresent() ? "sha256" : "both")));
        }
        return new DeliveredContent(
                transfer,
                named(url, unnamed),
                url.contentType().orElse("application/octet-stream"),
                url.contentLength().get(),
                sha256.get(),
                URI.create(url.url()));
    }

    /** As the provider calls the file, or the delivery. */
    public static String named(DeliveryContent.Url url, String unnamed) {
        return url.originalFilename().orElse(unnamed);
    }

    /** A step of the issuer, if the document is one. */
    public static Optional<PeerMessage.Tells> read(DocumentObject document) {
        return document.national()
                .filter(TreatyDocument.class::isInstance)
                .map(TreatyDocument.class::cast)
                .map(TreatyDocument::form)
                .filter(form -> form.startsWith(STEP))
                .map(form -> RequestEvent.ofToken(form.substring(STEP.length())))
                .map(event -> new PeerMessage.Tells(
                        new RequestId(UUID.fromString(
                                document.base().externalIdentifier().orElseThrow(NoRequest::new))),
                        event,
                        document.timespan()
                                .flatMap(Timespan::start)
                                .map(QualifiedDateTime::toInstant)
                                .orElseThrow(NoRequest::new),
                        particulars(document),
                        List.of()));
    }

    private static Particulars particulars(DocumentObject document) {
        var text = document.body()
                .flatMap(DocumentObject.Body::contents)
                .map(contents -> new String(contents.bytes(), StandardCharsets.UTF_8))
                .orElse("");
        var told = Particulars.because(text)
                .reference(document.reference().orElse(""))
                .withGround(ground(document));
        return document.timespan()
                .flatMap(Timespan::end)
                .map(QualifiedDateTime::toInstant)
                .map(told::keptUntil)
                .orElse(told);
    }

    /** On which the step rests; without our extension, its words say it. */
    private static Optional<String> ground(DocumentObject document) {
        return document.national()
                .filter(TreatyDocument.class::isInstance)
                .map(TreatyDocument.class::cast)
                .flatMap(TreatyDocument::ground)
                .map(Provision::value);
    }

    /** A step of which it can't be told to which order it belongs, or when it was. */
    private static final class NoRequest extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoRequest() {
            super("A step names its order as its external identifier, and when it happened.");
        }
    }

    /** A step of a provider whose system speaks our profile. */
    public static Optional<PeerMessage.Tells> read(RequestId order, NotificationObject notification) {
        return notification
                .national()
                .filter(TreatyStep.class::isInstance)
                .map(TreatyStep.class::cast)
                .map(step -> IncomingMessages.tells(order, step));
    }

    /** What the task of a provider with a system of its own says by where it stands; nothing while it is at work. */
    public static Optional<PeerMessage.Tells> standing(Request order, HI1Object task) {
        return switch (task) {
            case LDTaskObject disclosure ->
                disclosure
                        .status()
                        .flatMap(status -> status.as(LDTaskStatus.class))
                        .flatMap(OrderMessages::event)
                        .map(event ->
                                tells(order, event, disclosure.statusReason(), disclosure.base(), Optional.empty()));
            case LPTaskObject preservation ->
                preservation
                        .status()
                        .flatMap(status -> status.as(LPTaskStatus.class))
                        .flatMap(OrderMessages::event)
                        .map(event -> tells(
                                order,
                                event,
                                preservation.statusReason(),
                                preservation.base(),
                                preservation.expiration()));
            case TDTaskObject takeDown ->
                takeDown.status()
                        .flatMap(status -> status.as(TDTaskStatus.class))
                        .flatMap(TakeDownTask::event)
                        .map(event -> tells(order, event, takeDown.statusReason(), takeDown.base(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<RequestEvent> event(LDTaskStatus status) {
        return switch (status) {
            case DISCLOSED -> Optional.of(RequestEvent.DISCLOSED);
            case DISCLOSURE_NOT_AVAILABLE -> Optional.of(RequestEvent.NOT_FOUND);
            case REJECTED, ERROR, INVALID -> Optional.of(RequestEvent.OBJECTED);
            case AWAITING_APPROVAL, AWAITING_DISCLOSURE, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<RequestEvent> event(LPTaskStatus status) {
        return switch (status) {
            case PRESERVED -> Optional.of(RequestEvent.PRESERVED);
            case PRESERVATION_NOT_AVAILABLE -> Optional.of(RequestEvent.NOT_FOUND);
            case REJECTED, ERROR, INVALID -> Optional.of(RequestEvent.OBJECTED);
            case AWAITING_PRESERVATION, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    private static PeerMessage.Tells tells(
            Request order,
            RequestEvent event,
            Optional<ErrorInformation> reason,
            HI1Object.Base base,
            Optional<QualifiedDateTime> until) {
        var at = base.lastChanged().map(QualifiedDateTime::toInstant).orElse(order.openedAt());
        var told = Particulars.because(reason.map(ErrorInformation::description).orElse(""))
                .effectedAt(at)
                .provider(order.requireCounterpart().value())
                .outcomes(order.content().data().identifiers().stream()
                        .map(identifier -> new ItemOutcome(identifier, true, ""))
                        .toList());
        var kept = until.map(QualifiedDateTime::toInstant).map(told::keptUntil).orElse(told);
        return new PeerMessage.Tells(
                order.id(),
                event == RequestEvent.OBJECTED && order.kind().isVoluntary() ? RequestEvent.REFUSED : event,
                at,
                event == RequestEvent.OBJECTED || event == RequestEvent.REFUSED
                        ? kept.ground(ObjectionGround.OTHER.id())
                        : kept,
                List.of());
    }

    /** Whether the issuer's own field says that nothing more is wanted. */
    public static boolean isCancelled(HI1Object task) {
        return task.desiredStatus()
                .map(DictionaryEntry::value)
                .filter("Cancelled"::equals)
                .isPresent();
    }
}

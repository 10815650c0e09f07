package org.comity.node.cooperation.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.hi1.AuthorisationFlag;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DictionaryEntry;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestType;
import org.comity.hi1.RequestValue;
import org.comity.hi1.TDTaskObject;
import org.comity.hi1.TreatyAuthorisation;
import org.comity.hi1.TreatyDisclosure;
import org.comity.hi1.TreatyDocument;
import org.comity.hi1.TreatyPreservation;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;

/**
 * Reads an order that came in over HI-1. Where an authority's system does not know our extension, the order is read from the
 * standard's own fields, and what they can't say stays empty.
 */
public final class ReadOrders {

    /** Of an order that names no provision in a way that a program reads; its document says it to people. */
    private static final String AS_THE_DOCUMENT_SAYS = "national:order";

    private ReadOrders() {}

    /** @throws IllegalArgumentException or a refusal of the exchange, in words for the sender */
    public static void requireReadable(HI1Object object) {
        switch (object) {
            case LDTaskObject task -> data(task);
            case LPTaskObject task -> data(task);
            case TDTaskObject task -> TakeDownTask.data(task);
            case AuthorisationObject authorisation ->
                treaty(authorisation).ifPresent(it -> content(it, DataWanted.NOTHING_YET));
            case DocumentObject document -> WireTranslations.in(document);
            default -> {}
        }
    }

    /** @param beside the other objects of the authority on the shelf */
    public static Optional<PeerMessage.Asks> order(HI1Object task, List<HI1Object> beside) {
        return switch (task) {
            case LDTaskObject disclosure ->
                Optional.of(asks(
                        RequestKind.PRODUCTION_ORDER,
                        disclosure,
                        data(disclosure),
                        DisclosureTask.follows(disclosure),
                        disclosure.manualInformation(),
                        beside));
            case LPTaskObject preservation ->
                Optional.of(asks(
                        RequestKind.PRESERVATION_ORDER,
                        preservation,
                        data(preservation),
                        Optional.empty(),
                        Optional.empty(),
                        beside));
            case TDTaskObject takeDown ->
                Optional.of(saying(
                        asks(
                                RequestKind.TAKE_DOWN,
                                takeDown,
                                TakeDownTask.data(takeDown),
                                TakeDownTask.follows(takeDown),
                                takeDown.manualInformation(),
                                beside),
                        TakeDownTask.read(takeDown)));
            default -> Optional.empty();
        };
    }

    private static PeerMessage.Asks saying(PeerMessage.Asks asks, TakeDown wanted) {
        return new PeerMessage.Asks(
                asks.request(),
                asks.kind(),
                asks.follows(),
                asks.provision(),
                asks.reference(),
                asks.content().withTakeDown(Optional.of(wanted)),
                asks.formLanguage(),
                asks.formHtml(),
                asks.translated());
    }

    private static PeerMessage.Asks asks(
            RequestKind kind,
            HI1Object task,
            DataWanted data,
            Optional<RequestId> follows,
            Optional<String> information,
            List<HI1Object> beside) {
        var authorisation = beside.stream()
                .filter(it -> task.base().associatedObjects().contains(it.identifier()))
                .filter(AuthorisationObject.class::isInstance)
                .map(AuthorisationObject.class::cast)
                .findFirst();
        var document = authorisation.flatMap(it -> document(it, beside));
        var treaty = authorisation.flatMap(ReadOrders::treaty);
        var content = treaty.map(it -> content(it, data))
                .orElseGet(() -> content(authorisation, data, information.orElse("")));
        return new PeerMessage.Asks(
                new RequestId(task.identifier()),
                document.flatMap(it -> said(it, kind)).orElse(kind),
                follows,
                treaty.map(it -> it.provision().value()).orElse(AS_THE_DOCUMENT_SAYS),
                treaty.map(TreatyAuthorisation::caseReference)
                        .or(() -> authorisation.flatMap(AuthorisationObject::reference))
                        .orElse(""),
                content,
                document.flatMap(DocumentObject::national)
                        .filter(TreatyDocument.class::isInstance)
                        .map(it -> ((TreatyDocument) it).language().value())
                        .orElse("en"),
                document.map(ReadOrders::html).orElse(""),
                document.map(WireTranslations::in).orElse(List.of()));
    }

    /** The kind that the form of the order names, as far as the task can be one of that kind. */
    private static Optional<RequestKind> said(DocumentObject document, RequestKind byTask) {
        return document.national()
                .filter(TreatyDocument.class::isInstance)
                .map(it -> ((TreatyDocument) it).form())
                .flatMap(form -> Arrays.stream(RequestKind.values())
                        .filter(kind -> kind.isOrder()
                                && kind.obtains() == byTask.obtains()
                                && kind.takesDown() == byTask.takesDown())
                        .filter(kind -> OutgoingMessages.form(kind).equals(form))
                        .findFirst());
    }

    private static Optional<DocumentObject> document(AuthorisationObject authorisation, List<HI1Object> beside) {
        return beside.stream()
                .filter(DocumentObject.class::isInstance)
                .map(DocumentObject.class::cast)
                .filter(it -> it.base().associatedObjects().contains(authorisation.identifier()))
                .findFirst();
    }

    private static Optional<TreatyAuthorisation> treaty(AuthorisationObject authorisation) {
        return authorisation
                .national()
                .filter(TreatyAuthorisation.class::isInstance)
                .map(TreatyAuthorisation.class::cast);
    }

    private static RequestContent content(TreatyAuthorisation treaty, DataWanted data) {
        return IncomingMessages.content(treaty, data);
    }

    private static RequestContent content(
            Optional<AuthorisationObject> authorisation, DataWanted data, String information) {
        var emergency = authorisation.stream()
                .flatMap(it -> it.flags().stream())
                .flatMap(flag -> flag.as(AuthorisationFlag.class).stream())
                .anyMatch(AuthorisationFlag.IS_EMERGENCY::equals);
        var blank = RequestContent.blank(
                Offence.NOT_NAMED,
                authorisation.flatMap(AuthorisationObject::manualInformation).orElse(information));
        return emergency
                ? blank.with(it -> it.data(data).urgency(new Urgency(UrgencyLevel.EMERGENCY, information)))
                : blank.withData(data);
    }

    private static DataWanted data(LDTaskObject task) {
        if (task.national().orElse(null) instanceof TreatyDisclosure) {
            return DisclosureTask.read(task);
        }
        var details = task.request()
                .orElseThrow(() -> new IllegalArgumentException("the disclosure lacks its request details"));
        return data(details.type(), details.values(), details.start(), details.end(), details.observedTime());
    }

    private static DataWanted data(LPTaskObject task) {
        if (task.national().orElse(null) instanceof TreatyPreservation) {
            return PreservationTask.read(task);
        }
        var details = task.request()
                .orElseThrow(() -> new IllegalArgumentException("the preservation lacks its request details"));
        return data(details.type(), details.values(), details.start(), details.end(), Optional.empty());
    }

    private static DataWanted data(
            Optional<DictionaryEntry> type,
            List<RequestValue> values,
            Optional<QualifiedDateTime> start,
            Optional<QualifiedDateTime> end,
            Optional<QualifiedDateTime> observed) {
        var at = observed.or(() -> start).or(() -> end);
        return DataWanted.NOTHING_YET.with(wanted -> wanted.categories(type.flatMap(it -> it.as(RequestType.class))
                        .map(ReadOrders::categories)
                        .orElse(Set.of()))
                .identifiers(values.stream().map(value -> identifier(value, at)).toList())
                .range(new TimeRange(start.map(QualifiedDateTime::toInstant), end.map(QualifiedDateTime::toInstant))));
    }

    /** In the format that we know, or as the account that a person at the provider makes sense of. */
    private static Identifier identifier(RequestValue value, Optional<QualifiedDateTime> at) {
        try {
            return WireIdentifiers.read(value, List.of(new TreatyPreservation.Item(value, Optional.empty(), at, at)));
        } catch (RuntimeException notOfOurFormats) {
            return new Identifier.Account(value.value());
        }
    }

    private static Set<DataCategory> categories(RequestType type) {
        return switch (type) {
            case SUBSCRIBER_DATA, USER_IDENTIFYING_DATA, SUBSCRIBER_DATA_AND_USER_IDENTIFYING_DATA ->
                EnumSet.of(DataCategory.SUBSCRIBER);
            case TRAFFIC_DATA -> EnumSet.of(DataCategory.TRAFFIC);
            case STORED_CONTENT_DATA -> EnumSet.of(DataCategory.CONTENT);
            case TRAFFIC_DATA_AND_STORED_CONTENT_DATA -> EnumSet.of(DataCategory.TRAFFIC, DataCategory.CONTENT);
            case OTHER -> EnumSet.noneOf(DataCategory.class);
        };
    }

    private static String html(DocumentObject document) {
        return document.body()
                .filter(body -> body.contentType().filter("text/html"::equals).isPresent())
                .flatMap(DocumentObject.Body::contents)
                .map(contents -> new String(contents.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }
}

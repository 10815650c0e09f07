package org.comity.hi1;

import static org.comity.hi1.CommonForms.COUNTRY;
import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.ENDPOINT;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.ERROR;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.NUMBER;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TIMESTAMP;
import static org.comity.hi1.Names.CORE;
import static org.comity.hi1.ObjectForms.OBJECT;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Header, payload and actions. */
final class MessageForms {

    static final Sequence<Header> HEADER = header();
    static final Sequence<Payload> PAYLOAD = payload();

    private MessageForms() {}

    private static Sequence<Header> header() {
        var version = Sequence.<Version>in(CORE);
        var etsi = version.required("ETSIVersion", Form.text(EtsiVersion::parse, EtsiVersion::toString), Version::etsi);
        var owner = version.required("NationalProfileOwner", STRING, Version::nationalProfileOwner);
        var profile = version.required("NationalProfileVersion", STRING, Version::nationalProfileVersion);
        version.made(it -> new Version(it.get(etsi), it.get(owner), it.get(profile)));

        var type = Sequence.<Header>in(CORE);
        var sender = type.required("SenderIdentifier", ENDPOINT, Header::sender);
        var receiver = type.required("ReceiverIdentifier", ENDPOINT, Header::receiver);
        var transaction = type.required("TransactionIdentifier", IDENTIFIER, Header::transaction);
        var timestamp = type.required("Timestamp", TIMESTAMP, Header::timestamp);
        var versionPart = type.required("Version", version, Header::version);
        var workflow = type.optional("WorkflowIdentifier", STRING, Header::workflow);
        return type.made(it -> new Header(
                it.get(sender),
                it.get(receiver),
                it.get(transaction),
                it.get(timestamp),
                it.get(versionPart),
                it.get(workflow)));
    }

    private static Sequence<Payload> payload() {
        var requests = Sequence.<Payload.Requests>in(CORE);
        var asked =
                requests.required("ActionRequests", numbered("ActionRequest", request()), Payload.Requests::actions);
        requests.made(it -> new Payload.Requests(it.get(asked)));

        var answers = Choice.<Payload>in(CORE)
                .or(
                        "ActionResponses",
                        Payload.Responses.class,
                        numbered("ActionResponse", response()),
                        Payload.Responses::new,
                        Payload.Responses::actions)
                .or("ErrorInformation", Payload.Refusal.class, ERROR, Payload.Refusal::new, Payload.Refusal::error);
        var answer = Sequence.<Payload>in(CORE);
        var answered = answer.oneOf(answers, UnaryOperator.identity());
        answer.made(it -> it.get(answered));

        var type = Sequence.<Payload>in(CORE);
        var payload = type.oneOf(
                Choice.<Payload>in(CORE)
                        .or("RequestPayload", Payload.Requests.class, requests)
                        .or("ResponsePayload", Payload.class, answer),
                UnaryOperator.identity());
        return type.made(it -> it.get(payload));
    }

    private static Choice<ActionRequest> request() {
        var deliver = Sequence.<ActionRequest.Deliver>in(CORE);
        var identifier = deliver.required("Identifier", IDENTIFIER, ActionRequest.Deliver::identifier);
        var object = deliver.required("HI1Object", OBJECT, ActionRequest.Deliver::object);
        deliver.made(it -> new ActionRequest.Deliver(it.get(identifier), it.get(object)));

        return Choice.<ActionRequest>in(CORE)
                .or(
                        "GET",
                        ActionRequest.Get.class,
                        one("Identifier", IDENTIFIER, ActionRequest.Get::identifier, ActionRequest.Get::new))
                .or(
                        "CREATE",
                        ActionRequest.Create.class,
                        one("HI1Object", OBJECT, ActionRequest.Create::object, ActionRequest.Create::new))
                .or(
                        "UPDATE",
                        ActionRequest.Update.class,
                        one("HI1Object", OBJECT, ActionRequest.Update::object, ActionRequest.Update::new))
                .or("LIST", ActionRequest.List.class, list())
                .or("DELIVER", ActionRequest.Deliver.class, deliver)
                .or(
                        "GETCSPCONFIG",
                        ActionRequest.GetCspConfig.class,
                        Sequence.<ActionRequest.GetCspConfig>in(CORE).made(it -> new ActionRequest.GetCspConfig()));
    }

    private static Sequence<ActionRequest.List> list() {
        var type = Sequence.<ActionRequest.List>in(CORE);
        var objectType = type.optional("ObjectType", ENTRY, ActionRequest.List::objectType);
        var lastChanged = type.optional("LastChanged", DATE_TIME, ActionRequest.List::lastChanged);
        var timespan = type.optional(
                "LastChangedTimespan", CommonForms.timespan(Names.COMMON), ActionRequest.List::lastChangedTimespan);
        var maximum = type.optional("MaximumObjectCount", NUMBER, ActionRequest.List::maximumObjectCount);
        var status = type.optional("Status", ENTRY, ActionRequest.List::status);
        var country = type.optional("CountryCode", COUNTRY, ActionRequest.List::country);
        return type.made(it -> new ActionRequest.List(
                it.get(objectType),
                it.get(lastChanged),
                it.get(timespan),
                it.get(maximum),
                it.get(status),
                it.get(country)));
    }

    private static Choice<ActionResponse> response() {
        var created = Sequence.<ActionResponse.Created>in(CORE);
        var createdId = created.required("Identifier", IDENTIFIER, ActionResponse.Created::identifier);
        var createdObject = created.optional("HI1Object", OBJECT, ActionResponse.Created::object);
        created.made(it -> new ActionResponse.Created(it.get(createdId), it.get(createdObject)));

        var updated = Sequence.<ActionResponse.Updated>in(CORE);
        var updatedId = updated.required("Identifier", IDENTIFIER, ActionResponse.Updated::identifier);
        var updatedObject = updated.optional("HI1Object", OBJECT, ActionResponse.Updated::object);
        updated.made(it -> new ActionResponse.Updated(it.get(updatedId), it.get(updatedObject)));

        var listed = Sequence.<ActionResponse.Listed>in(CORE);
        var records = listed.repeated("ListResponseRecord", listing(), ActionResponse.Listed::records);
        listed.made(it -> new ActionResponse.Listed(it.get(records)));

        return Choice.<ActionResponse>in(CORE)
                .or(
                        "GETResponse",
                        ActionResponse.Got.class,
                        one("HI1Object", OBJECT, ActionResponse.Got::object, ActionResponse.Got::new))
                .or("CREATEResponse", ActionResponse.Created.class, created)
                .or("UPDATEResponse", ActionResponse.Updated.class, updated)
                .or("LISTResponse", ActionResponse.Listed.class, listed)
                .or(
                        "ErrorInformation",
                        ActionResponse.Failed.class,
                        ERROR,
                        ActionResponse.Failed::new,
                        ActionResponse.Failed::error)
                .or(
                        "DELIVERResponse",
                        ActionResponse.Delivered.class,
                        one(
                                "Identifier",
                                IDENTIFIER,
                                ActionResponse.Delivered::identifier,
                                ActionResponse.Delivered::new))
                .or(
                        "GETCSPCONFIGResponse",
                        ActionResponse.Configured.class,
                        ConfigForms.CONFIGURATION,
                        ActionResponse.Configured::new,
                        ActionResponse.Configured::configuration);
    }

    private static Sequence<ActionResponse.Listing> listing() {
        var type = Sequence.<ActionResponse.Listing>in(CORE);
        var objectType = type.required("ObjectType", ENTRY, ActionResponse.Listing::objectType);
        var identifier = type.required("Identifier", IDENTIFIER, ActionResponse.Listing::identifier);
        var country = type.optional("CountryCode", COUNTRY, ActionResponse.Listing::country);
        var owner = type.optional("OwnerIdentifier", STRING, ActionResponse.Listing::owner);
        var generation = type.required("Generation", NUMBER, ActionResponse.Listing::generation);
        var external = type.optional("ExternalIdentifier", STRING, ActionResponse.Listing::externalIdentifier);
        var lastChanged = type.optional("LastChanged", DATE_TIME, ActionResponse.Listing::lastChanged);
        return type.made(it -> new ActionResponse.Listing(
                it.get(objectType),
                it.get(identifier),
                it.get(country),
                it.get(owner),
                it.get(generation),
                it.get(external),
                it.get(lastChanged)));
    }

    private static <T, V> Sequence<T> one(
            String element, Form<V> form, Function<T, V> accessor, Function<V, T> making) {
        var type = Sequence.<T>in(CORE);
        var part = type.required(element, form, accessor);
        return type.made(it -> making.apply(it.get(part)));
    }

    /** Actions with their numbers, which start at 0 and rise by 1 (TS 103 120 clause 6.4.4). */
    private static <A> Sequence<List<A>> numbered(String element, Choice<A> verbs) {
        var action = Sequence.<Numbered<A>>in(CORE);
        var number = action.required("ActionIdentifier", NUMBER, Numbered::number);
        var verb = action.oneOf(verbs, Numbered::action);
        action.made(it -> new Numbered<>(it.get(number), it.get(verb)));

        var type = Sequence.<List<A>>in(CORE);
        var all = type.repeated(element, action, MessageForms::number);
        return type.made(it -> inOrder(it.get(all)));
    }

    private static <A> List<Numbered<A>> number(List<A> actions) {
        return IntStream.range(0, actions.size())
                .mapToObj(it -> new Numbered<>(it, actions.get(it)))
                .toList();
    }

    private static <A> List<A> inOrder(List<Numbered<A>> actions) {
        if (actions.isEmpty()) {
            throw Hi1Exception.of(ErrorCode.ELEMENT_MISSING, "a message needs at least one action");
        }
        var seen = new HashSet<Integer>();
        for (int i = 0; i < actions.size(); i++) {
            int number = actions.get(i).number();
            if (!seen.add(number)) {
                throw Hi1Exception.of(
                        ErrorCode.DUPLICATE_ACTION, "the action identifier %d stands twice".formatted(number));
            }
            if (number != i) {
                throw Hi1Exception.of(
                        ErrorCode.IMPROPER_VALUE,
                        "action identifiers start at 0 and rise by 1, but %d stands at place %d".formatted(number, i));
            }
        }
        return actions.stream().map(Numbered::action).toList();
    }

    private record Numbered<A>(int number, A action) {}
}

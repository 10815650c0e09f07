package org.comity.node.cooperation.wire;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestValue;
import org.comity.hi1.TargetFormat;
import org.comity.hi1.TreatyPreservation;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.ItemOutcome;

/** Identifiers between our words and those of HI-1. */
public final class WireIdentifiers {

    private static final String PRESERVED = "preserved";
    private static final String OBTAINED = "obtained";
    private static final String TAKEN_DOWN = "taken-down";
    private static final String CONCERNED = "concerned";
    private static final Set<String> DONE = Set.of(PRESERVED, OBTAINED, TAKEN_DOWN, CONCERNED);
    private static final String NOT = "not-";

    private WireIdentifiers() {}

    public static RequestValue value(Identifier identifier) {
        if (identifier instanceof Identifier.IpAddress address && address.port().isPresent()) {
            var host = address.format() == TargetFormat.IPV6 ? "[" + address.value() + "]" : address.value();
            return new RequestValue(
                    TargetFormat.IP_AND_PORT.type(), host + ":" + address.port().get());
        }
        return new RequestValue(identifier.format().type(), identifier.value());
    }

    /** An address travels with the moment of its use. */
    public static Optional<TreatyPreservation.Item> item(Identifier identifier) {
        if (!(identifier instanceof Identifier.IpAddress address)) {
            return Optional.empty();
        }
        var at = Optional.of(new QualifiedDateTime(address.at().withNano(0)));
        return Optional.of(new TreatyPreservation.Item(value(identifier), Optional.empty(), at, at));
    }

    static TreatyStep.Outcome outcome(RequestKind kind, RequestEvent event, ItemOutcome outcome) {
        var result = result(kind, event);
        return new TreatyStep.Outcome(
                value(outcome.identifier()),
                outcome.preserved() ? result : NOT + result,
                Optional.of(outcome.remark()).filter(it -> !it.isBlank()));
    }

    private static String result(RequestKind kind, RequestEvent event) {
        if (event.isAboutItems()) {
            return CONCERNED;
        }
        if (kind.takesDown() && event != RequestEvent.CONTENT_PRESERVED) {
            return TAKEN_DOWN;
        }
        return kind.obtains() ? OBTAINED : PRESERVED;
    }

    /** @throws IllegalArgumentException for a format that is not one of ours */
    public static Identifier read(RequestValue value, List<TreatyPreservation.Item> items) {
        var format = TargetFormat.of(value.format())
                .orElseThrow(
                        () -> new IllegalArgumentException("An identifier of the format %s:%s is not understood here."
                                .formatted(
                                        value.format().owner(), value.format().name())));
        return switch (format) {
            case ACCOUNT -> new Identifier.Account(value.value());
            case EMAIL, INTERNATIONAL_EMAIL -> new Identifier.Email(value.value());
            case URL -> new Identifier.Url(value.value());
            case E164 -> new Identifier.Phone(value.value());
            case IMEI, IMEI_CHECK_DIGIT -> new Identifier.Imei(value.value());
            case DOMAIN -> new Identifier.Domain(value.value());
            case IPV4, IPV6 -> new Identifier.IpAddress(value.value(), moment(value, items), Optional.empty());
            case IP_AND_PORT -> withPort(value, moment(value, items));
            case IMSI, IMEISV, IPV4_NETWORK, IPV6_NETWORK, MAC ->
                throw new IllegalArgumentException(
                        "An identifier of the format " + value.format().name() + " is not taken in a request.");
        };
    }

    private static Identifier withPort(RequestValue value, OffsetDateTime at) {
        var colon = value.value().lastIndexOf(':');
        var host = value.value().substring(0, colon);
        return new Identifier.IpAddress(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                at,
                Optional.of(Integer.valueOf(value.value().substring(colon + 1))));
    }

    private static OffsetDateTime moment(RequestValue value, List<TreatyPreservation.Item> items) {
        return items.stream()
                .filter(item -> item.identifier().equals(value))
                .flatMap(item -> item.from().stream())
                .map(QualifiedDateTime::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The address " + value.value() + " comes without the moment of its use."));
    }

    /** Outcomes name identifiers of the request; others are passed over. */
    public static List<ItemOutcome> outcomes(List<TreatyStep.Outcome> told, List<Identifier> wanted) {
        return told.stream()
                .flatMap(outcome -> wanted.stream()
                        .filter(identifier -> value(identifier).equals(outcome.identifier()))
                        .limit(1)
                        .map(identifier -> new ItemOutcome(
                                identifier,
                                DONE.contains(outcome.result()),
                                outcome.remark().orElse(""))))
                .toList();
    }
}

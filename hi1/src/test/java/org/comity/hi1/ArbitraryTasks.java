package org.comity.hi1;

import static org.comity.hi1.ArbitraryMessages.COUNTRIES;
import static org.comity.hi1.ArbitraryMessages.ENDPOINTS;
import static org.comity.hi1.ArbitraryMessages.ENTRIES;
import static org.comity.hi1.ArbitraryMessages.ERRORS;
import static org.comity.hi1.ArbitraryMessages.PHONES;
import static org.comity.hi1.ArbitraryMessages.PROVISIONS;
import static org.comity.hi1.ArbitraryMessages.REQUEST_VALUES;
import static org.comity.hi1.ArbitraryMessages.TEXT;
import static org.comity.hi1.ArbitraryMessages.TIMES;
import static org.comity.hi1.ArbitraryMessages.TIMESPANS;
import static org.comity.hi1.ArbitraryMessages.TOKEN;
import static org.comity.hi1.ArbitraryMessages.UUIDS;
import static org.comity.hi1.ArbitraryMessages.approvals;
import static org.comity.hi1.ArbitraryMessages.foreign;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Disclosures and take-downs of every shape. */
final class ArbitraryTasks {

    static final Arbitrary<Ldid> LDIDS =
            Arbitraries.of("XX-ACTOR01-1234", "PT-x-y-z").map(Ldid::new);

    private static final Arbitrary<Deadline> DEADLINES = Combinators.combine(
                    TIMES.optional(), ENTRIES.optional(), TEXT.optional())
            .as(Deadline::new);

    private ArbitraryTasks() {}

    static Arbitrary<LDTaskObject> disclosures() {
        var details = Combinators.combine(
                        ENTRIES.optional(),
                        TIMESPANS,
                        TIMES.optional(),
                        TIMES.list().ofMaxSize(2),
                        REQUEST_VALUES.list().ofMaxSize(3),
                        ENTRIES.list().ofMaxSize(2),
                        ENTRIES.optional())
                .as((type, span, observed, all, values, subtypes, subtype) ->
                        new LDRequestDetails(type, span.start(), span.end(), observed, all, values, subtypes, subtype));
        var destinations = Combinators.combine(
                        addresses().optional(),
                        UUIDS.optional(),
                        UUIDS.optional(),
                        foreign(Names.TASK, "task:", "EncryptionDetails").optional(0.1),
                        ENTRIES.optional(),
                        ENTRIES.optional(),
                        foreign(Names.TASK, "task:", "NationalDeliveryParameters")
                                .optional(0.1))
                .as(LDDeliveryDestination::new);
        var preserved =
                Combinators.combine(TEXT, TEXT.optional(), TIMES.optional()).as(PreservationReference::new);
        var items = Combinators.combine(REQUEST_VALUES, TEXT.optional(), TIMESPANS)
                .as((value, asGiven, span) -> new TreatyPreservation.Item(value, asGiven, span.start(), span.end()));
        var treaty = Combinators.combine(
                        COUNTRIES,
                        TOKEN.list().ofMinSize(1).ofMaxSize(3),
                        TEXT,
                        TEXT.optional(),
                        TEXT.optional(),
                        items.list().ofMaxSize(3),
                        TEXT.optional(),
                        TEXT.list().ofMaxSize(2))
                .as((country, categories, relation, custodian, location, item, procedure, conditions) ->
                        new TreatyDisclosure(
                                country,
                                categories,
                                relation,
                                custodian,
                                custodian.map(_ -> categories.getFirst()),
                                location,
                                item,
                                procedure,
                                conditions));
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> LDTaskObject.builder(id))
                .use(LDIDS)
                .withProbability(0.5)
                .in(LDTaskObject.Builder::reference)
                .use(Arbitraries.of(LDTaskStatus.class))
                .withProbability(0.5)
                .in(LDTaskObject.Builder::status)
                .use(ERRORS)
                .withProbability(0.3)
                .in(LDTaskObject.Builder::statusReason)
                .use(Arbitraries.of(LDTaskDesiredStatus.class))
                .withProbability(0.5)
                .in(LDTaskObject.Builder::desiredStatus)
                .use(details)
                .withProbability(0.7)
                .in(LDTaskObject.Builder::request)
                .use(destinations)
                .withProbability(0.7)
                .in(LDTaskObject.Builder::destination)
                .use(approvals())
                .withProbability(0.3)
                .in(LDTaskObject.Builder::approval)
                .use(ENDPOINTS)
                .withProbability(0.5)
                .in(LDTaskObject.Builder::provider)
                .use(ENTRIES)
                .withProbability(0.3)
                .in(LDTaskObject.Builder::handlingProfile)
                .use(Arbitraries.of(LDTaskFlag.class))
                .withProbability(0.5)
                .in(LDTaskObject.Builder::flag)
                .use(preserved)
                .withProbability(0.5)
                .in(LDTaskObject.Builder::preservedUnder)
                .use(Arbitraries.<NationalLDTaskingParameters>oneOf(
                        treaty, foreign(Names.TASK, "task:", "NationalLDTaskingParameters")))
                .withProbability(0.7)
                .in(LDTaskObject.Builder::national)
                .use(DEADLINES)
                .withProbability(0.5)
                .in(LDTaskObject.Builder::deadline)
                .use(TEXT)
                .withProbability(0.3)
                .in(LDTaskObject.Builder::manualInformation)
                .build(LDTaskObject.Builder::build));
    }

    private static Arbitrary<DeliveryAddress> addresses() {
        var port = ForeignElement.parse(
                "<task:IPAddressPort xmlns:task=\"%s\" xmlns:etsi=\"%s\">".formatted(Names.TASK, Names.ETSI)
                        + "<etsi:address><etsi:IPv4Address>192.0.2.1</etsi:IPv4Address></etsi:address>"
                        + "<etsi:port><etsi:TCPPort>443</etsi:TCPPort></etsi:port></task:IPAddressPort>");
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new DeliveryAddress.Ipv4("192.0.2.1"),
                        new DeliveryAddress.Ipv6("2001:0db8:0000:0000:0000:0000:0000:0001"),
                        new DeliveryAddress.WithPort(port),
                        new DeliveryAddress.Ftp("ftp://files.example/a"),
                        new DeliveryAddress.Web("https://files.example/a?b=c&d"),
                        new DeliveryAddress.Mail("desk@example.org")),
                PHONES.map(DeliveryAddress.Telephone::new),
                TEXT.map(DeliveryAddress.Host::new),
                ENDPOINTS.map(DeliveryAddress.Endpoint::new),
                TEXT.map(DeliveryAddress.Agreed::new));
    }

    static Arbitrary<TDTaskObject> takedowns() {
        var details = Combinators.combine(
                        REQUEST_VALUES.list().ofMaxSize(3),
                        TEXT.optional(),
                        TIMES.list().ofMaxSize(2))
                .as(TDRequestDetails::new);
        var earlier = Combinators.combine(TEXT.optional(), ENTRIES.optional(), TIMES.optional())
                .as(DisclosureReference::new);
        var treaty = Combinators.combine(
                        Combinators.combine(COUNTRIES, TOKEN).as(Measured::new),
                        PROVISIONS.list().ofMinSize(1).ofMaxSize(2),
                        TEXT,
                        TOKEN.optional(),
                        COUNTRIES.list().ofMaxSize(2),
                        UUIDS.optional(),
                        TEXT.optional(),
                        Arbitraries.of(true, false).optional())
                .as((first, grounds, why, kind, where, preserved, redress, inform) -> new TreatyTakedown(
                        first.country(), first.measure(), grounds, why, kind, where, preserved, redress, inform));
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> TDTaskObject.builder(id))
                .use(TEXT)
                .withProbability(0.5)
                .in(TDTaskObject.Builder::requesterReference)
                .use(TEXT)
                .withProbability(0.5)
                .in(TDTaskObject.Builder::providerReference)
                .use(Arbitraries.of(TDTaskStatus.class))
                .withProbability(0.5)
                .in(TDTaskObject.Builder::status)
                .use(ERRORS)
                .withProbability(0.3)
                .in(TDTaskObject.Builder::statusReason)
                .use(Arbitraries.of(TDTaskDesiredStatus.class))
                .withProbability(0.5)
                .in(TDTaskObject.Builder::desiredStatus)
                .use(details)
                .withProbability(0.7)
                .in(TDTaskObject.Builder::request)
                .use(ENDPOINTS)
                .withProbability(0.5)
                .in(TDTaskObject.Builder::provider)
                .use(ENTRIES)
                .withProbability(0.3)
                .in(TDTaskObject.Builder::flag)
                .use(Arbitraries.<NationalTDTaskingParameters>oneOf(
                        treaty, foreign(Names.TASK, "task:", "NationalTDTaskingParameters")))
                .withProbability(0.7)
                .in(TDTaskObject.Builder::national)
                .use(DEADLINES)
                .withProbability(0.5)
                .in(TDTaskObject.Builder::deadline)
                .use(earlier)
                .withProbability(0.5)
                .in(TDTaskObject.Builder::disclosedUnder)
                .use(TEXT)
                .withProbability(0.3)
                .in(TDTaskObject.Builder::manualInformation)
                .build(TDTaskObject.Builder::build));
    }

    private record Measured(CountryCode country, String measure) {}
}

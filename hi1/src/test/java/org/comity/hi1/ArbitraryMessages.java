package org.comity.hi1;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.namespace.QName;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Messages of every shape, with the texts that XML makes hard. */
final class ArbitraryMessages {

    static final Arbitrary<String> TEXT = Arbitraries.oneOf(
            Arbitraries.strings()
                    .alpha()
                    .withChars('\t', '\n', '\r', ' ', '<', '>', '&', '"', '\'', ']', 'é', '\u0085', '\u2028', 'ع', '中')
                    .ofMaxLength(20),
            Arbitraries.of("", " ", "]]>", "<!-- -->", "&amp;", "\r\n", "𝔘 and 👮", "xsi:type=\"task:X\""));
    static final Arbitrary<String> TOKEN = Arbitraries.of("preserved", "not-found", "warned", "step-2");
    static final Arbitrary<UUID> UUIDS =
            Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    static final Arbitrary<CountryCode> COUNTRIES =
            Arbitraries.strings().withCharRange('A', 'Z').ofLength(2).map(CountryCode::new);
    static final Arbitrary<Instant> INSTANTS = Arbitraries.longs()
            .between(
                    Instant.parse("0001-01-02T00:00:00Z").getEpochSecond(),
                    Instant.parse("9999-12-30T00:00:00Z").getEpochSecond())
            .map(Instant::ofEpochSecond);
    private static final Arbitrary<ZoneOffset> ZONES =
            Arbitraries.integers().between(-14 * 60, 14 * 60).map(it -> ZoneOffset.ofTotalSeconds(it * 60));
    static final Arbitrary<QualifiedDateTime> TIMES =
            Combinators.combine(INSTANTS, ZONES).as((instant, zone) -> new QualifiedDateTime(instant.atOffset(zone)));
    private static final Arbitrary<LocalDate> DATES =
            INSTANTS.map(it -> it.atOffset(ZoneOffset.UTC).toLocalDate());
    static final Arbitrary<Provision> PROVISIONS =
            Arbitraries.of("ets185:29(5)(a)", "uncc:42", "eu2023-1543:4(2)").map(Provision::new);
    static final Arbitrary<EndpointId> ENDPOINTS =
            Combinators.combine(COUNTRIES, TEXT).as(EndpointId::new);
    static final Arbitrary<DictionaryEntry> ENTRIES =
            Combinators.combine(TEXT, TEXT, TEXT).as(DictionaryEntry::new);
    static final Arbitrary<ErrorInformation> ERRORS =
            Combinators.combine(Arbitraries.integers().greaterOrEqual(0), TEXT).as(ErrorInformation::new);
    static final Arbitrary<Timespan> TIMESPANS = Combinators.combine(TIMES.optional(), TIMES.optional())
            .filter((start, end) -> start.isEmpty()
                    || end.isEmpty()
                    || !end.get().toInstant().isBefore(start.get().toInstant()))
            .as(Timespan::new);
    static final Arbitrary<PhoneNumber> PHONES =
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15).map(PhoneNumber::new);
    static final Arbitrary<EmailAddress> EMAILS =
            Arbitraries.of("desk@example.org", "büro@example.org", " a @ b ").map(EmailAddress::new);
    static final Arbitrary<RequestValue> REQUEST_VALUES = Arbitraries.oneOf(
            TEXT.map(it -> new RequestValue(new FormatType("XX", "Own"), it)),
            Arbitraries.of("::", "2001:db8::1")
                    .map(it -> TargetFormat.IPV6.normalise(it).toRequestValue()),
            Arbitraries.just(
                    TargetFormat.URL.normalise("https://example.org/?a=b&c=d").toRequestValue()));

    private ArbitraryMessages() {}

    static Arbitrary<HI1Message> messages() {
        return Combinators.combine(headers(), payloads()).as(HI1Message::new);
    }

    private static Arbitrary<Header> headers() {
        var timestamps = Combinators.combine(INSTANTS, Arbitraries.integers().between(0, 999_999))
                .as((instant, micros) -> QualifiedMicrosecondDateTime.of(instant.plusNanos(micros * 1000L)));
        var versions = Combinators.combine(Arbitraries.of("V1.14.1", "V1.22.1", "V2.0.0"), TEXT, TEXT)
                .as((etsi, owner, profile) -> new Version(EtsiVersion.parse(etsi), owner, profile));
        return Combinators.combine(ENDPOINTS, ENDPOINTS, UUIDS, timestamps, versions, TEXT.optional())
                .as(Header::new);
    }

    private static Arbitrary<Payload> payloads() {
        return Arbitraries.oneOf(
                requests().list().ofMinSize(1).ofMaxSize(4).map(Payload.Requests::new),
                responses().list().ofMinSize(1).ofMaxSize(4).map(Payload.Responses::new),
                ERRORS.map(Payload.Refusal::new));
    }

    private static Arbitrary<ActionRequest> requests() {
        return Arbitraries.oneOf(
                UUIDS.map(ActionRequest.Get::new),
                objects().map(ActionRequest.Create::new),
                objects().map(ActionRequest.Update::new),
                Combinators.combine(
                                ENTRIES.optional(),
                                TIMES.optional(),
                                TIMESPANS.optional(),
                                Arbitraries.integers().greaterOrEqual(1).optional(),
                                ENTRIES.optional(),
                                COUNTRIES.optional())
                        .as(ActionRequest.List::new),
                Combinators.combine(UUIDS, objects()).as(ActionRequest.Deliver::new),
                Arbitraries.just(ActionRequest.getCspConfig()));
    }

    private static Arbitrary<ActionResponse> responses() {
        var listings = Combinators.combine(
                        ENTRIES,
                        UUIDS,
                        COUNTRIES.optional(),
                        TEXT.optional(),
                        Arbitraries.integers().greaterOrEqual(0),
                        TEXT.optional(),
                        TIMES.optional())
                .as(ActionResponse.Listing::new);
        return Arbitraries.oneOf(
                objects().map(ActionResponse.Got::new),
                Combinators.combine(UUIDS, objects().optional()).as(ActionResponse.Created::new),
                Combinators.combine(UUIDS, objects().optional()).as(ActionResponse.Updated::new),
                listings.list().ofMaxSize(3).map(ActionResponse.Listed::new),
                UUIDS.map(ActionResponse.Delivered::new),
                ArbitraryDeliveries.configurations().map(ActionResponse.Configured::new),
                ERRORS.map(ActionResponse.Failed::new));
    }

    static Arbitrary<HI1Object> objects() {
        return Arbitraries.oneOf(
                authorisations(),
                documents(),
                tasks(),
                ArbitraryTasks.disclosures(),
                ArbitraryTasks.takedowns(),
                ArbitraryDeliveries.deliveries(),
                notifications());
    }

    private static Arbitrary<AuthorisationObject> authorisations() {
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> AuthorisationObject.builder(id))
                .use(ENDPOINTS)
                .withProbability(0.5)
                .in(ObjectBuilder::ownedBy)
                .use(Arbitraries.integers().greaterOrEqual(0))
                .withProbability(0.5)
                .in(ObjectBuilder::generation)
                .use(TEXT)
                .withProbability(0.5)
                .in(ObjectBuilder::externalIdentifier)
                .use(UUIDS.array(UUID[].class).ofMaxSize(3))
                .in(ObjectBuilder::associatedWith)
                .use(TIMES)
                .withProbability(0.5)
                .in(ObjectBuilder::lastChanged)
                .use(foreign(Names.CORE, "", "NationalHandlingParameters"))
                .withProbability(0.2)
                .in(ObjectBuilder::nationalHandling)
                .use(TEXT)
                .withProbability(0.5)
                .in(AuthorisationObject.Builder::reference)
                .use(ENTRIES)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::legalType)
                .use(Arbitraries.of(AuthorisationPriority.class))
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::priority)
                .use(Arbitraries.of(AuthorisationStatus.class))
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::status)
                .use(Arbitraries.of(AuthorisationDesiredStatus.class))
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::desiredStatus)
                .use(TIMESPANS)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::timespan)
                .use(ENDPOINTS)
                .withProbability(0.5)
                .in(AuthorisationObject.Builder::recipient)
                .use(TIMES)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::created)
                .use(TIMES)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::served)
                .use(TIMES)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::terminated)
                .use(approvals())
                .withProbability(0.5)
                .in(AuthorisationObject.Builder::approval)
                .use(ERRORS)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::invalidReason)
                .use(Arbitraries.of(AuthorisationFlag.class))
                .withProbability(0.5)
                .in(AuthorisationObject.Builder::flag)
                .use(TEXT)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::manualInformation)
                .use(Arbitraries.<NationalAuthorisationParameters>oneOf(
                        treatyAuthorisations(),
                        foreign(Names.AUTHORISATION, "auth:", "NationalAuthorisationParameters")))
                .withProbability(0.7)
                .in(AuthorisationObject.Builder::national)
                .use(TEXT)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::jurisdiction)
                .use(Arbitraries.of(AuthorisationTypeOfCase.class))
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::typeOfCase)
                .use(TEXT)
                .withProbability(0.3)
                .in(AuthorisationObject.Builder::legalEntity)
                .build(AuthorisationObject.Builder::build));
    }

    private static Arbitrary<TreatyAuthorisation> treatyAuthorisations() {
        var authorities = Combinators.combine(TEXT, TEXT, EMAILS.optional(), PHONES.optional(), TEXT.optional())
                .as(TreatyAuthorisation.Authority::new);
        var offences = Combinators.combine(PROVISIONS.list().ofMaxSize(3), TEXT, TEXT.optional())
                .as(TreatyAuthorisation.Offence::new);
        var followUps = Combinators.combine(DATES.optional(), TEXT.optional()).as(TreatyAuthorisation.FollowUp::new);
        var urgencies = Combinators.combine(TOKEN, TEXT.optional()).as(TreatyAuthorisation.Urgency::new);
        var secrecies = Combinators.combine(TEXT, TIMES.optional()).as(TreatyAuthorisation.Confidentiality::new);
        var alternatives = Combinators.combine(UUIDS, Arbitraries.integers().between(2, 40))
                .as(TreatyAuthorisation.Alternatives::new);
        var emergencies = Combinators.combine(TOKEN, TEXT, TEXT, TEXT, TEXT).as(TreatyAuthorisation.Emergency::new);
        var issuances = Combinators.combine(TEXT, TEXT, TEXT).as(TreatyAuthorisation.Issuance::new);
        return Combinators.combine(COUNTRIES, PROVISIONS)
                .as(TreatyAuthorisation::under)
                .flatMap(builder -> Builders.withBuilder(() -> builder)
                        .use(authorities)
                        .in(TreatyAuthorisation.Builder::authority)
                        .use(TEXT)
                        .in(TreatyAuthorisation.Builder::caseReference)
                        .use(offences)
                        .in(TreatyAuthorisation.Builder::offence)
                        .use(TEXT)
                        .in(TreatyAuthorisation.Builder::facts)
                        .use(TEXT)
                        .in(TreatyAuthorisation.Builder::necessity)
                        .use(followUps)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::followUp)
                        .use(urgencies)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::urgency)
                        .use(secrecies)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::confidentiality)
                        .use(alternatives)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::alternatives)
                        .use(emergencies)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::emergency)
                        .use(TEXT)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::condition)
                        .use(issuances)
                        .withProbability(0.5)
                        .in(TreatyAuthorisation.Builder::issuance)
                        .build(TreatyAuthorisation.Builder::build));
    }

    static Arbitrary<ApprovalDetails> approvals() {
        var contacts = Combinators.combine(
                        TEXT.optional(),
                        EMAILS.optional(),
                        PHONES.optional(),
                        Arbitraries.of("pt", "ar").map(Language::new).list().ofMaxSize(2))
                .as((text, email, phone, languages) ->
                        new ContactDetails(text, text, email, phone, phone, text, languages, text, email, phone));
        var approvers = Combinators.combine(
                        TEXT.optional(),
                        TEXT.optional(),
                        foreign(Names.COMMON, "common:", "NationalApproverIdentity")
                                .optional(0.2),
                        contacts.list().ofMaxSize(2))
                .as(ApprovalDetails.Approver::new);
        return Combinators.combine(
                        TEXT.optional(),
                        TEXT.optional(),
                        TEXT.optional(),
                        approvers.optional(),
                        TIMES.optional(),
                        Arbitraries.of(true, false).optional(),
                        foreign(Names.COMMON, "common:", "NationalDigitalSignature")
                                .optional(0.2),
                        foreign(Names.COMMON, "common:", "ApprovalNationalDetails")
                                .optional(0.2))
                .as(ApprovalDetails::new);
    }

    private static Arbitrary<TreatyTranslation> translations() {
        return Combinators.combine(
                        TOKEN,
                        Arbitraries.just(new Language("ar")),
                        TEXT,
                        TOKEN,
                        TEXT,
                        Arbitraries.of(true, false),
                        DATES)
                .as(TreatyTranslation::new);
    }

    private static Arbitrary<DocumentObject> documents() {
        var properties = Combinators.combine(ENTRIES, TEXT).as(DocumentObject.Property::new);
        var contents = Arbitraries.bytes().array(byte[].class).ofMaxSize(50).map(DocumentObject.Contents::new);
        var bodies = Combinators.combine(contents.optional(), TEXT.optional(), TEXT.optional(), TEXT.optional())
                .as(DocumentObject.Body::new);
        var treaty = Combinators.combine(
                        COUNTRIES,
                        TOKEN,
                        Arbitraries.just(new Language("fr")),
                        UUIDS.optional(),
                        PROVISIONS.optional(),
                        translations().list().ofMaxSize(2))
                .as(TreatyDocument::new);
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> DocumentObject.builder(id))
                .use(TEXT)
                .withProbability(0.5)
                .in(DocumentObject.Builder::reference)
                .use(TEXT)
                .withProbability(0.5)
                .in(DocumentObject.Builder::name)
                .use(Arbitraries.of(DocumentStatus.class))
                .withProbability(0.3)
                .in(DocumentObject.Builder::status)
                .use(Arbitraries.of(DocumentDesiredStatus.class))
                .withProbability(0.3)
                .in(DocumentObject.Builder::desiredStatus)
                .use(TIMESPANS)
                .withProbability(0.3)
                .in(DocumentObject.Builder::timespan)
                .use(Arbitraries.of(DocumentType.class))
                .withProbability(0.3)
                .in(DocumentObject.Builder::type)
                .use(properties)
                .withProbability(0.5)
                .in(DocumentObject.Builder::property)
                .use(bodies)
                .withProbability(0.7)
                .in(DocumentObject.Builder::body)
                .use(approvals())
                .withProbability(0.3)
                .in(DocumentObject.Builder::signature)
                .use(ERRORS)
                .withProbability(0.3)
                .in(DocumentObject.Builder::invalidReason)
                .use(Arbitraries.<NationalDocumentParameters>oneOf(
                        treaty, foreign(Names.DOCUMENT, "doc:", "NationalDocumentParameters")))
                .withProbability(0.7)
                .in(DocumentObject.Builder::national)
                .build(DocumentObject.Builder::build));
    }

    private static Arbitrary<LPTaskObject> tasks() {
        var details = Combinators.combine(
                        ENTRIES.optional(),
                        TIMESPANS,
                        REQUEST_VALUES.list().ofMaxSize(3),
                        ENTRIES.list().ofMaxSize(2),
                        ENTRIES.optional())
                .as((type, span, values, subtypes, subtype) ->
                        new RequestDetails(type, span.start(), span.end(), values, subtypes, subtype));
        var items = Combinators.combine(REQUEST_VALUES, TEXT.optional(), TIMESPANS)
                .as((value, asGiven, span) -> new TreatyPreservation.Item(value, asGiven, span.start(), span.end()));
        var treaty = Combinators.combine(
                        COUNTRIES,
                        Arbitraries.of(TreatyPreservation.Kind.class),
                        TOKEN.list().ofMinSize(1).ofMaxSize(3),
                        TEXT,
                        TEXT.optional(),
                        items.list().ofMaxSize(3),
                        DATES.optional(),
                        Arbitraries.of(true, false).optional())
                .as((country, kind, categories, relation, text, item, date, disclosure) -> new TreatyPreservation(
                        country,
                        kind,
                        text,
                        categories,
                        relation,
                        text,
                        Optional.of(categories.getFirst()),
                        text,
                        item,
                        date,
                        disclosure));
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> LPTaskObject.builder(id))
                .use(Arbitraries.of(LPTaskStatus.class))
                .withProbability(0.5)
                .in(LPTaskObject.Builder::status)
                .use(ERRORS)
                .withProbability(0.3)
                .in(LPTaskObject.Builder::statusReason)
                .use(Arbitraries.of(LPTaskDesiredStatus.class))
                .withProbability(0.5)
                .in(LPTaskObject.Builder::desiredStatus)
                .use(details)
                .withProbability(0.7)
                .in(LPTaskObject.Builder::request)
                .use(TIMES)
                .withProbability(0.5)
                .in(LPTaskObject.Builder::desiredExpiration)
                .use(TIMES)
                .withProbability(0.5)
                .in(LPTaskObject.Builder::expiration)
                .use(ENDPOINTS)
                .withProbability(0.5)
                .in(LPTaskObject.Builder::provider)
                .use(Arbitraries.<NationalLPTaskingParameters>oneOf(
                        treaty, foreign(Names.TASK, "task:", "NationalLPTaskingParameters")))
                .withProbability(0.7)
                .in(LPTaskObject.Builder::national)
                .build(LPTaskObject.Builder::build));
    }

    private static Arbitrary<NotificationObject> notifications() {
        var statuses = Combinators.combine(UUIDS, ENTRIES, TEXT.optional()).as(NotificationObject.ObjectStatus::new);
        var outcomes =
                Combinators.combine(REQUEST_VALUES, TOKEN, TEXT.optional()).as(TreatyStep.Outcome::new);
        var steps = Combinators.combine(
                        COUNTRIES,
                        TOKEN,
                        Arbitraries.integers().greaterOrEqual(1),
                        TIMES,
                        TEXT.optional(),
                        PROVISIONS.optional(),
                        TIMES.optional(),
                        outcomes.list().ofMaxSize(3))
                .as((country, step, sequence, at, text, ground, time, all) -> new TreatyStep(
                        country,
                        step,
                        sequence,
                        at,
                        text,
                        text,
                        ground,
                        time,
                        time,
                        time,
                        text,
                        all,
                        text.stream()
                                .map(name -> new TreatyStep.Exhibit(
                                        "t",
                                        name,
                                        "text/csv",
                                        sequence,
                                        "d",
                                        "r",
                                        "https://br.example/t",
                                        "k",
                                        limits(name)))
                                .toList(),
                        text));
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> NotificationObject.builder(id))
                .use(TEXT)
                .withProbability(0.5)
                .in(NotificationObject.Builder::details)
                .use(ENTRIES)
                .withProbability(0.5)
                .in(NotificationObject.Builder::type)
                .use(Arbitraries.of(true, false))
                .withProbability(0.5)
                .in(NotificationObject.Builder::isNew)
                .use(TIMES)
                .withProbability(0.5)
                .in(NotificationObject.Builder::timestamp)
                .use(statuses)
                .withProbability(0.5)
                .in(NotificationObject.Builder::statusOf)
                .use(Arbitraries.<NationalNotificationParameters>oneOf(
                        steps, foreign(Names.NOTIFICATION, "notification:", "NationalNotificationParameters")))
                .withProbability(0.7)
                .in(NotificationObject.Builder::national)
                .build(NotificationObject.Builder::build));
    }

    static Arbitrary<ForeignParameters> foreign(String namespace, String prefix, String slot) {
        return Combinators.combine(COUNTRIES, TEXT, TEXT).as((country, text, attribute) -> {
            var xml = new StringBuilder();
            xml.append("<%s%s xmlns:x=\"urn:example\" xsi:type=\"x:Local\">".formatted(prefix, slot));
            xml.append("<%sCountryCode>%s</%sCountryCode>".formatted(prefix, country, prefix));
            xml.append("<x:Extra xmlns:y=\"urn:other\" y:note=\"");
            Markup.attribute(xml, attribute);
            xml.append("\">");
            Markup.text(xml, text);
            xml.append("<x:Empty></x:Empty></x:Extra></%s%s>".formatted(prefix, slot));
            return new ForeignParameters(
                    country, new QName(namespace, slot), new QName("urn:example", "Local"), xml.toString());
        });
    }

    private static List<TreatyStep.Condition> limits(String text) {
        return List.of(
                new TreatyStep.Condition(text, Optional.empty()),
                new TreatyStep.Condition(text, Optional.of("ets185:28(2)")));
    }
}

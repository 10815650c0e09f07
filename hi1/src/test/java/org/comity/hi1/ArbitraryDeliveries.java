package org.comity.hi1;

import static org.comity.hi1.ArbitraryMessages.ENTRIES;
import static org.comity.hi1.ArbitraryMessages.INSTANTS;
import static org.comity.hi1.ArbitraryMessages.TEXT;
import static org.comity.hi1.ArbitraryMessages.TIMES;
import static org.comity.hi1.ArbitraryMessages.UUIDS;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Deliveries and configurations of every shape. */
final class ArbitraryDeliveries {

    /** The schema of this one is known: see {@link Conformance}. */
    private static final Arbitrary<List<ForeignElement>> ELEMENTS = Arbitraries.of("Foo", "Bar", "Baz")
            .map(it -> ForeignElement.parse("<f:FooItem xmlns:f=\"http://FooServiceSchema.example.com/schema/v1.1.1/\">"
                    + "<f:item1>%s</f:item1><f:item2>Bar</f:item2>\n<f:item3>Baz</f:item3></f:FooItem>".formatted(it)))
            .list()
            .ofMinSize(1)
            .ofMaxSize(2);

    private static final Arbitrary<Long> LENGTHS = Arbitraries.longs().between(0, 999_999_999_999_999_999L);
    private static final Arbitrary<List<Checksum>> CHECKSUMS =
            Combinators.combine(TEXT, TEXT).as(Checksum::new).list().ofMaxSize(2);

    private ArbitraryDeliveries() {}

    static Arbitrary<DeliveryObject> deliveries() {
        var references = Arbitraries.<DeliveryReference>oneOf(
                ArbitraryTasks.LDIDS,
                Arbitraries.of("LIID1", "0123456789abcdef0123456789").map(Liid::new));
        var manifests = Arbitraries.<Manifest>oneOf(
                ENTRIES.map(Manifest.Specification::new),
                Combinators.combine(TEXT.optional(), schemas().optional()).as(Manifest.ExternalSchema::new));
        var encryptions = Combinators.combine(UUIDS.optional(), TEXT.optional()).as(DeliveryObject.Encryption::new);
        return UUIDS.flatMap(id -> Builders.withBuilder(() -> DeliveryObject.builder(id))
                .use(references)
                .withProbability(0.7)
                .in(DeliveryObject.Builder::reference)
                .use(UUIDS)
                .withProbability(0.7)
                .in(DeliveryObject.Builder::deliveryId)
                .use(Arbitraries.integers().greaterOrEqual(0))
                .withProbability(0.7)
                .in(DeliveryObject.Builder::sequenceNumber)
                .use(Arbitraries.of(true, false))
                .withProbability(0.7)
                .in(DeliveryObject.Builder::lastSequence)
                .use(manifests)
                .withProbability(0.5)
                .in(DeliveryObject.Builder::manifest)
                .use(contents())
                .withProbability(0.8)
                .in(DeliveryObject.Builder::content)
                .use(Arbitraries.of(DeliveryStatus.class))
                .withProbability(0.3)
                .in(DeliveryObject.Builder::status)
                .use(Arbitraries.of(DeliveryDesiredStatus.class))
                .withProbability(0.3)
                .in(DeliveryObject.Builder::desiredStatus)
                .use(encryptions)
                .withProbability(0.3)
                .in(DeliveryObject.Builder::encryption)
                .build(DeliveryObject.Builder::build));
    }

    private static Arbitrary<Manifest.Contents> schemas() {
        var schema = ForeignElement.parse(
                "<delivery:schema xmlns:delivery=\"%s\" targetNamespace=\"urn:x\">".formatted(Names.DELIVERY)
                        + "</delivery:schema>");
        return Arbitraries.oneOf(
                binaries().map(Manifest.Contents.Binary::new),
                Arbitraries.just(new Manifest.Contents.XmlSchema(schema)),
                ELEMENTS.map(Manifest.Contents.JsonSchema::new));
    }

    private static Arbitrary<DeliveryContent> contents() {
        var urls = Combinators.combine(
                        Arbitraries.of("https://files.example/a%20b?c=d&e", "urn:uuid:1"),
                        LENGTHS.optional(),
                        TEXT.optional(),
                        INSTANTS.map(QualifiedMicrosecondDateTime::of).optional(),
                        TEXT.optional(),
                        TEXT.optional(),
                        TEXT.optional(),
                        CHECKSUMS)
                .as((url, length, type, expiry, sum, file, own, sums) ->
                        new DeliveryContent.Url(url, length, type, expiry, sum, file, own, sum, sums));
        return Arbitraries.oneOf(
                binaries(),
                ELEMENTS.map(DeliveryContent.XmlData::new),
                ELEMENTS.map(DeliveryContent.JsonData::new),
                urls,
                Arbitraries.of(true, false).map(DeliveryContent.DataExistence::new));
    }

    private static Arbitrary<DeliveryContent.BinaryData> binaries() {
        return Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(50).map(DocumentObject.Contents::new),
                        TEXT.optional(),
                        TEXT.optional(),
                        TEXT.optional(),
                        CHECKSUMS,
                        TEXT.optional(),
                        LENGTHS.optional())
                .as(DeliveryContent.BinaryData::new);
    }

    static Arbitrary<CspConfig> configurations() {
        var meanings = Combinators.combine(TEXT, TEXT).as(CspConfig.Meaning::new);
        var dictionaries =
                Combinators.combine(TEXT, TEXT, meanings.list().ofMaxSize(2)).as(CspConfig.Dictionary::new);
        var definitions = Combinators.combine(TEXT, TEXT, TEXT).as(CspConfig.TargetFormatDefinition::new);
        var formats = Combinators.combine(TEXT, definitions.list().ofMaxSize(2)).as(CspConfig.TargetFormats::new);
        var entries = ENTRIES.list().ofMaxSize(2);
        var targeting = Combinators.combine(
                        Combinators.combine(TEXT, TEXT).as(FormatType::new),
                        TEXT.optional(),
                        entries,
                        entries,
                        entries,
                        entries,
                        entries)
                .as(CspConfig.Targeting::new);
        var endpoints = Combinators.combine(ENTRIES, TEXT.optional(), TEXT)
                .as(CspConfig.WorkflowEndpoint::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        TIMES,
                        dictionaries.list().ofMaxSize(2),
                        formats.optional(),
                        targeting.list().ofMaxSize(2),
                        endpoints,
                        endpoints,
                        endpoints)
                .as(CspConfig::new);
    }
}

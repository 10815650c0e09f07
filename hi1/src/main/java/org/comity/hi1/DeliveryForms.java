package org.comity.hi1;

import static org.comity.hi1.CommonForms.BASE;
import static org.comity.hi1.CommonForms.BASE64;
import static org.comity.hi1.CommonForms.CHECKSUM;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.IDENTIFIER;
import static org.comity.hi1.CommonForms.LENGTH;
import static org.comity.hi1.CommonForms.NUMBER;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.TIMESTAMP;
import static org.comity.hi1.CommonForms.TOKEN;
import static org.comity.hi1.CommonForms.TRUTH;
import static org.comity.hi1.CommonForms.atLeastOne;
import static org.comity.hi1.Names.COMMON;
import static org.comity.hi1.Names.DELIVERY;

import java.util.List;
import java.util.function.UnaryOperator;

/** What is delivered. */
final class DeliveryForms {

    private static final Form<List<Checksum>> CHECKSUMS = atLeastOne(COMMON, "ChecksumAndType", CHECKSUM);
    private static final Sequence<DeliveryContent.BinaryData> BINARY = binary();
    private static final Sequence<List<ForeignElement>> ELEMENTS = elements();

    static final Sequence<DeliveryObject> DELIVERY_OBJECT = delivery();

    private DeliveryForms() {}

    private static Sequence<DeliveryObject> delivery() {
        var encryption = Sequence.<DeliveryObject.Encryption>in(DELIVERY);
        var encryptionReference =
                encryption.optional("EncryptionReference", IDENTIFIER, DeliveryObject.Encryption::reference);
        var additional =
                encryption.optional("AdditionalInformation", STRING, DeliveryObject.Encryption::additionalInformation);
        encryption.made(it -> new DeliveryObject.Encryption(it.get(encryptionReference), it.get(additional)));

        var type = Sequence.<DeliveryObject>named(DELIVERY, "DeliveryObject");
        var base = type.group(BASE, DeliveryObject::base);
        var reference = type.optional("Reference", oneOf(references()), DeliveryObject::reference);
        var deliveryId = type.optional("DeliveryID", IDENTIFIER, DeliveryObject::deliveryId);
        var sequence = type.optional("SequenceNumber", NUMBER, DeliveryObject::sequenceNumber);
        var last = type.optional("LastSequence", TRUTH, DeliveryObject::lastSequence);
        var manifest = type.optional("Manifest", oneOf(manifests()), DeliveryObject::manifest);
        var content = type.optional("Delivery", oneOf(contents()), DeliveryObject::content);
        var status = type.optional("DeliveryStatus", ENTRY, DeliveryObject::status);
        var desired = type.optional("DeliveryDesiredStatus", ENTRY, DeliveryObject::desiredStatus);
        var encrypted = type.optional("EncryptionDetails", encryption, DeliveryObject::encryption);
        return type.made(it -> new DeliveryObject(
                it.get(base),
                it.get(reference),
                it.get(deliveryId),
                it.get(sequence),
                it.get(last),
                it.get(manifest),
                it.get(content),
                it.get(status),
                it.get(desired),
                it.get(encrypted)));
    }

    private static Choice<DeliveryReference> references() {
        return Choice.<DeliveryReference>in(DELIVERY)
                .or("LDID", Ldid.class, Form.text(Ldid::new, Ldid::value))
                .or("LIID", Liid.class, Form.text(Liid::new, Liid::value));
    }

    private static Choice<Manifest> manifests() {
        var schema = Sequence.<Manifest.ExternalSchema>in(DELIVERY);
        var identifier = schema.optional("ManifestID", STRING, Manifest.ExternalSchema::identifier);
        var contents = schema.optional("ManifestContents", oneOf(schemas()), Manifest.ExternalSchema::contents);
        schema.made(it -> new Manifest.ExternalSchema(it.get(identifier), it.get(contents)));

        return Choice.<Manifest>in(DELIVERY)
                .or(
                        "Specification",
                        Manifest.Specification.class,
                        ENTRY,
                        Manifest.Specification::new,
                        Manifest.Specification::entry)
                .or("ExternalSchema", Manifest.ExternalSchema.class, schema);
    }

    private static Choice<Manifest.Contents> schemas() {
        var xmlSchema = Sequence.<ForeignElement>in(DELIVERY);
        var schema = xmlSchema.required("schema", Form.asItIs(), UnaryOperator.identity());
        xmlSchema.made(it -> it.get(schema));

        return Choice.<Manifest.Contents>in(DELIVERY)
                .or(
                        "BinaryData",
                        Manifest.Contents.Binary.class,
                        BINARY,
                        Manifest.Contents.Binary::new,
                        Manifest.Contents.Binary::data)
                .or(
                        "XMLSchema",
                        Manifest.Contents.XmlSchema.class,
                        xmlSchema,
                        Manifest.Contents.XmlSchema::new,
                        Manifest.Contents.XmlSchema::schema)
                .or(
                        "JSONSchema",
                        Manifest.Contents.JsonSchema.class,
                        ELEMENTS,
                        Manifest.Contents.JsonSchema::new,
                        Manifest.Contents.JsonSchema::elements);
    }

    private static Choice<DeliveryContent> contents() {
        return Choice.<DeliveryContent>in(DELIVERY)
                .or("BinaryData", DeliveryContent.BinaryData.class, BINARY)
                .or(
                        "XMLData",
                        DeliveryContent.XmlData.class,
                        ELEMENTS,
                        DeliveryContent.XmlData::new,
                        DeliveryContent.XmlData::elements)
                .or(
                        "JSONData",
                        DeliveryContent.JsonData.class,
                        ELEMENTS,
                        DeliveryContent.JsonData::new,
                        DeliveryContent.JsonData::elements)
                .or("URL", DeliveryContent.Url.class, url())
                .or(
                        "DataExistence",
                        DeliveryContent.DataExistence.class,
                        TRUTH,
                        DeliveryContent.DataExistence::new,
                        DeliveryContent.DataExistence::exists);
    }

    private static Sequence<DeliveryContent.BinaryData> binary() {
        var type = Sequence.<DeliveryContent.BinaryData>in(DELIVERY);
        var data = type.required("Data", BASE64, DeliveryContent.BinaryData::data);
        var contentType = type.optional("ContentType", STRING, DeliveryContent.BinaryData::contentType);
        var checksum = type.optional("Checksum", STRING, DeliveryContent.BinaryData::checksum);
        var checksumType = type.optional("ChecksumType", STRING, DeliveryContent.BinaryData::checksumType);
        var checksums = type.wrapped("Checksums", CHECKSUMS, DeliveryContent.BinaryData::checksums);
        var filename = type.optional("OriginalFilename", STRING, DeliveryContent.BinaryData::originalFilename);
        var length = type.optional("ContentLength", LENGTH, DeliveryContent.BinaryData::contentLength);
        return type.made(it -> new DeliveryContent.BinaryData(
                it.get(data),
                it.get(contentType),
                it.get(checksum),
                it.get(checksumType),
                it.get(checksums),
                it.get(filename),
                it.get(length)));
    }

    private static Sequence<DeliveryContent.Url> url() {
        var type = Sequence.<DeliveryContent.Url>in(DELIVERY);
        var url = type.required("URL", TOKEN, DeliveryContent.Url::url);
        var length = type.optional("ContentLength", LENGTH, DeliveryContent.Url::contentLength);
        var contentType = type.optional("ContentType", STRING, DeliveryContent.Url::contentType);
        var expiry = type.optional("Expiry", TIMESTAMP, DeliveryContent.Url::expiry);
        var checksum = type.optional("Checksum", STRING, DeliveryContent.Url::checksum);
        var filename = type.optional("OriginalFilename", STRING, DeliveryContent.Url::originalFilename);
        var identifier = type.optional("CSPDefinedIdentifier", STRING, DeliveryContent.Url::providerDefinedIdentifier);
        var checksumType = type.optional("ChecksumType", STRING, DeliveryContent.Url::checksumType);
        var checksums = type.wrapped("Checksums", CHECKSUMS, DeliveryContent.Url::checksums);
        return type.made(it -> new DeliveryContent.Url(
                it.get(url),
                it.get(length),
                it.get(contentType),
                it.get(expiry),
                it.get(checksum),
                it.get(filename),
                it.get(identifier),
                it.get(checksumType),
                it.get(checksums)));
    }

    private static Sequence<List<ForeignElement>> elements() {
        var type = Sequence.<List<ForeignElement>>in(DELIVERY);
        var all = type.others(DELIVERY, UnaryOperator.identity());
        return type.made(it -> it.get(all));
    }

    private static <T> Sequence<T> oneOf(Choice<T> choice) {
        var type = Sequence.<T>in(DELIVERY);
        var part = type.oneOf(choice, UnaryOperator.identity());
        return type.made(it -> it.get(part));
    }
}

package org.comity.hi1;

import java.util.List;
import java.util.Optional;

/** What is delivered: the data themselves, where to fetch them, or only whether there are any. */
public sealed interface DeliveryContent {

    /**
     * Data within the message.
     *
     * @param checksums several, or one of a kind that its type names; older versions of the standard know one only
     */
    record BinaryData(
            DocumentObject.Contents data,
            Optional<String> contentType,
            Optional<String> checksum,
            Optional<String> checksumType,
            List<Checksum> checksums,
            Optional<String> originalFilename,
            Optional<Long> contentLength)
            implements DeliveryContent {

        public BinaryData {
            contentType.ifPresent(it -> Text.shortString("content type", it));
            checksum.ifPresent(it -> Text.shortString("checksum", it));
            checksumType.ifPresent(it -> Text.shortString("checksum type", it));
            checksums = List.copyOf(checksums);
            Text.longString("file name", originalFilename);
            checkLength(contentLength);
        }

        /** With its length and SHA-256 sum. */
        public static BinaryData of(byte[] data, String contentType, String originalFilename) {
            return new BinaryData(
                    new DocumentObject.Contents(data),
                    Optional.of(contentType),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Checksum.sha256(data)),
                    Optional.of(originalFilename),
                    Optional.of((long) data.length));
        }
    }

    record XmlData(List<ForeignElement> elements) implements DeliveryContent {
        public XmlData {
            elements = Text.atLeastOne("element", elements);
        }
    }

    /** JSON as the XML schema has it: within elements of another vocabulary. */
    record JsonData(List<ForeignElement> elements) implements DeliveryContent {
        public JsonData {
            elements = Text.atLeastOne("element", elements);
        }
    }

    /** Data to be fetched. */
    record Url(
            String url,
            Optional<Long> contentLength,
            Optional<String> contentType,
            Optional<QualifiedMicrosecondDateTime> expiry,
            Optional<String> checksum,
            Optional<String> originalFilename,
            Optional<String> providerDefinedIdentifier,
            Optional<String> checksumType,
            List<Checksum> checksums)
            implements DeliveryContent {

        public Url {
            Text.uri("URL", url);
            checkLength(contentLength);
            Text.longString("content type", contentType);
            checksum.ifPresent(it -> Text.shortString("checksum", it));
            Text.longString("file name", originalFilename);
            Text.longString("provider's identifier", providerDefinedIdentifier);
            checksumType.ifPresent(it -> Text.shortString("checksum type", it));
            checksums = List.copyOf(checksums);
        }

        public static Url of(
                String url, long contentLength, String contentType, QualifiedMicrosecondDateTime expiry, Checksum sum) {
            return new Url(
                    url,
                    Optional.of(contentLength),
                    Optional.of(contentType),
                    Optional.of(expiry),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(sum));
        }
    }

    /** The answer to the question whether there are data at all. */
    record DataExistence(boolean exists) implements DeliveryContent {}

    private static void checkLength(Optional<Long> length) {
        length.filter(it -> it < 0).ifPresent(it -> {
            throw new IllegalArgumentException("a content length is not negative, but this one is " + it);
        });
    }
}

package org.comity.hi1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, and refuses what the standard does not allow: order, number and form of every element are checked. Nothing
 * outside the message is ever read, and a hostile message costs no more than its size.
 */
public final class Hi1Reader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final QName HEADER = new QName(Names.CORE, "Header");
    private static final QName PAYLOAD = new QName(Names.CORE, "Payload");

    private Hi1Reader() {}

    /**
     * What is accepted.
     *
     * @param maxBytes size of the whole message in bytes
     * @param maxDepth how deep elements may be nested; the standard itself needs less than 20
     * @param oldest the oldest version of the standard that is read
     */
    public record Limits(int maxBytes, int maxDepth, EtsiVersion oldest) {

        /** One mebibyte, 32 levels, V1.14.1. */
        public static final Limits DEFAULT = new Limits(1 << 20, 32, EtsiVersion.V1_14_1);

        public Limits withMaxBytes(int maxBytes) {
            return new Limits(maxBytes, maxDepth, oldest);
        }

        public Limits withOldest(EtsiVersion oldest) {
            return new Limits(maxBytes, maxDepth, oldest);
        }
    }

    /** @throws Hi1Exception if the message is refused */
    public static HI1Message read(byte[] xml) {
        return read(xml, Limits.DEFAULT);
    }

    /** @throws Hi1Exception if the message is refused */
    public static HI1Message read(byte[] xml, Limits limits) {
        checkSize(xml.length, limits);
        checkIsXml(xml);
        var in = Cursor.over(decoded(xml), limits.maxDepth());
        @Nullable Header header = null;
        try {
            in.expect(Names.MESSAGE);
            in.enter(null);
            in.expect(HEADER);
            var place = in.place();
            header = MessageForms.HEADER.read(in);
            checkVersion(header, place, limits);
            in.expect(PAYLOAD);
            var payload = MessageForms.PAYLOAD.read(in);
            checkUnsigned(in);
            in.leave(Names.MESSAGE);
            in.end();
            return new HI1Message(header, payload);
        } catch (Hi1Exception e) {
            throw e.in(header);
        }
    }

    /** @throws Hi1Exception if the message is refused */
    public static HI1Message read(InputStream xml) throws IOException {
        return read(xml, Limits.DEFAULT);
    }

    /**
     * Reads no further than one byte past the limit; closing the stream is left to the caller.
     *
     * @throws Hi1Exception if the message is refused
     */
    public static HI1Message read(InputStream xml, Limits limits) throws IOException {
        return read(xml.readNBytes(limits.maxBytes() + 1), limits);
    }

    /**
     * One object as {@link Hi1Writer#write(HI1Object)} wrote it, whatever its size.
     *
     * @throws Hi1Exception if it is none
     */
    public static HI1Object readObject(byte[] xml) {
        var in = Cursor.over(decoded(xml), Limits.DEFAULT.maxDepth());
        in.expect(Hi1Writer.OBJECT);
        var object = ObjectForms.OBJECT.read(in);
        in.end();
        return object;
    }

    private static void checkSize(int size, Limits limits) {
        if (size > limits.maxBytes()) {
            throw Hi1Exception.of(
                    ErrorCode.TOO_LARGE, "the message is larger than %d bytes".formatted(limits.maxBytes()));
        }
    }

    private static void checkIsXml(byte[] bytes) {
        for (byte one : bytes) {
            if (one == '{' || one == '[') {
                throw Hi1Exception.of(ErrorCode.ENCODING_NOT_SUPPORTED, "JSON is not supported, only XML");
            }
            if (one > ' ' || one < 0) {
                return;
            }
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Hi1Exception.of(ErrorCode.ENCODING_NOT_SUPPORTED, "the message is not UTF-8");
        }
    }

    private static void checkVersion(Header header, Cursor.Place place, Limits limits) {
        var version = header.version().etsi();
        if (version.compareTo(limits.oldest()) < 0) {
            throw place.refuse(
                    ErrorCode.VERSION_NOT_SUPPORTED,
                    "version %s is not supported, only %s and later".formatted(version, limits.oldest()),
                    null);
        }
    }

    /** A signature that nobody checks is worse than none: the channel signs, not the message. */
    private static void checkUnsigned(Cursor in) {
        if (in.atElementCalled("Signature") || in.atElementCalled("Signatures")) {
            throw in.refuse(ErrorCode.NOT_SUPPORTED, "signatures in the message are not supported");
        }
    }
}

package org.comity.node.exchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** MIME entities as bytes: a signature is over exactly what stands between two boundaries (RFC 1847 §2.1). */
final class MimeBytes {

    private MimeBytes() {}

    /** The two parts of a multipart/signed entity, each with its headers. */
    record Signed(byte[] content, byte[] signature) {}

    /** A file that was saved with bare line feeds, as they were on the way. */
    static byte[] withLineEnds(byte[] saved) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(saved.length + saved.length / 40);
        byte before = 0;
        for (byte b : saved) {
            if (b == '\n' && before != '\r') {
                whole.write('\r');
            }
            whole.write(b);
            before = b;
        }
        return whole.toByteArray();
    }

    static ContentType typeOf(byte[] entity) {
        try {
            String header = new InternetHeaders(new ByteArrayInputStream(entity)).getHeader("Content-Type", " ");
            return new ContentType(header == null ? "text/plain" : header);
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        } catch (MessagingException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    /** The content of an entity whose signature can't be read, else the entity. */
    static byte[] inside(byte[] entity, ContentType type) {
        return Optional.ofNullable(type.getParameter("boundary"))
                .flatMap(boundary -> signedParts(entity, boundary))
                .map(Signed::content)
                .orElse(entity);
    }

    static Optional<Signed> signedParts(byte[] entity, String boundary) {
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int first = indexOf(entity, delimiter, 0);
        int second = first < 0 ? -1 : indexOf(entity, delimiter, first + delimiter.length);
        int third = second < 0 ? -1 : indexOf(entity, delimiter, second + delimiter.length);
        if (third < 0) {
            return Optional.empty();
        }
        return Optional.of(new Signed(
                between(entity, first + delimiter.length, second), between(entity, second + delimiter.length, third)));
    }

    /** After the line end of the delimiter line, up to the line end that belongs to the next one. */
    private static byte[] between(byte[] entity, int afterDelimiter, int next) {
        int start = indexOf(entity, new byte[] {'\r', '\n'}, afterDelimiter) + 2;
        return Arrays.copyOfRange(entity, Math.min(start, next), next);
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}

package org.comity.hi1.receiving;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.QualifiedMicrosecondDateTime;

/** Two requests with one digest say the same, however each was spelled and whenever it was sent. */
final class RequestDigest {

    private static final QualifiedMicrosecondDateTime ANY_TIME = QualifiedMicrosecondDateTime.of(Instant.EPOCH);

    private RequestDigest() {}

    static String of(HI1Message request) {
        var header = request.header();
        var timeless = new HI1Message(
                new Header(
                        header.sender(),
                        header.receiver(),
                        header.transaction(),
                        ANY_TIME,
                        header.version(),
                        header.workflow()),
                request.payload());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Hi1Writer.write(timeless)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

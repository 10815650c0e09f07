package org.comity.hi1.receiving;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Hi1Writer;

/** Two requests with one digest say the same, however each was spelled. */
final class RequestDigest {

    private RequestDigest() {}

    static String of(HI1Message request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Hi1Writer.write(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

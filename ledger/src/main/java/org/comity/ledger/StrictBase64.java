package org.comity.ledger;

import java.util.Base64;

/** RFC 4648 §4 with its padding and without stray bits, so that one value has one spelling. */
final class StrictBase64 {

    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("\"" + text + "\" is not base64.");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new InvalidNote("\"" + text + "\" is not the one way to write its bytes in base64.");
        }
        return bytes;
    }
}

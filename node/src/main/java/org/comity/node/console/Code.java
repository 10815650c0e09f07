package org.comity.node.console;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comity.node.time.WallTime;

/** The one-time code of this half minute for a secret, as an authenticator application shows it (RFC 6238, SHA-1). */
class Code implements Command {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD_SECONDS = 30;

    @Override
    public String name() {
        return "code";
    }

    @Override
    public String usage() {
        return "code SECRET";
    }

    @Override
    public int run(Arguments arguments) throws GeneralSecurityException {
        var secret = bytes(arguments.word("the secret that was shown with the sign-in"));
        IO.println(code(secret, WallTime.clock().instant().getEpochSecond()));
        return DONE;
    }

    /** RFC 4226 §5.3 over the number of periods since 1970. */
    static String code(byte[] secret, long epochSecond) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(epochSecond / PERIOD_SECONDS)
                .array());
        var offset = hash[hash.length - 1] & 0x0f;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }

    static byte[] bytes(String base32) {
        var text = base32.replace(" ", "").replace("=", "").toUpperCase(Locale.ROOT);
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        var bits = 0;
        var waiting = 0;
        for (var letter : text.toCharArray()) {
            var value = BASE32.indexOf(letter);
            if (value < 0) {
                throw new Misuse("A secret has only the letters A to Z and the digits 2 to 7.");
            }
            bits = (bits << 5 | value) & 0xfff;
            waiting += 5;
            if (waiting >= 8) {
                waiting -= 8;
                bytes.put((byte) (bits >> waiting));
            }
        }
        return bytes.array();
    }
}

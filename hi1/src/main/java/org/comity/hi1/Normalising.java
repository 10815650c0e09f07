package org.comity.hi1;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** From what people type to what travels. */
final class Normalising {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\u00a0]+");

    private Normalising() {}

    /** Only a number with its country code is safe: 912345678 alone would be read as a number in India. */
    static String telephone(String text) {
        var compact = SEPARATORS.matcher(text).replaceAll("");
        if (compact.startsWith("00")) {
            compact = "+" + compact.substring(2);
        }
        if (!compact.matches("\\+[1-9][0-9]{1,14}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no international telephone number: write + and the country code first, like +351 912 345 678, at most 15 digits"
                            .formatted(Text.shown(text)));
        }
        return compact.substring(1);
    }

    static String digits(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    /** The fifteenth digit is the Luhn check digit over the first fourteen (3GPP TS 23.003 annex B). */
    static String imeiWithCheckDigit(String text) {
        var digits = digits(text);
        if (digits.matches("[0-9]{15}") && luhn(digits) % 10 != 0) {
            throw new IllegalArgumentException(
                    "the last digit of the IMEI %s does not fit the others: a digit is wrong".formatted(digits));
        }
        return digits;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    static String mac(String text) {
        var hex = text.replaceAll("[:.\\-\\s]", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{12}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no MAC address: it has six pairs of hexadecimal digits, like 00:00:5e:00:53:01"
                            .formatted(Text.shown(text)));
        }
        return hex.replaceAll("(..)(?!$)", "$1:");
    }

    /** The host is written in small letters and in ASCII; what stands before the @ belongs to the host and is kept. */
    static String email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no e-mail address, like desk@example.org".formatted(Text.shown(text)));
        }
        return text.substring(0, at + 1) + domain(text.substring(at + 1));
    }

    static String domain(String text) {
        var name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no domain name, like example.org".formatted(Text.shown(text)), e);
        }
    }

    static String url(String text) {
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            if (uri.getScheme() == null || !uri.getScheme().matches("(?i)https?") || host == null) {
                throw new IllegalArgumentException(
                        "\"%s\" is no web address: it begins with http:// or https:// and a host"
                                .formatted(Text.shown(text)));
            }
            var authority = uri.getRawAuthority();
            int end = text.indexOf(authority) + authority.length();
            return uri.getScheme().toLowerCase(Locale.ROOT)
                    + "://"
                    + authority.replace(host, host.toLowerCase(Locale.ROOT))
                    + text.substring(end);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no web address: %s".formatted(Text.shown(text), e.getReason()), e);
        }
    }
}

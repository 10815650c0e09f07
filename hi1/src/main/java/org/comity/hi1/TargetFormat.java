package org.comity.hi1;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The formats of identifiers that we know: those of TS 103 280, and our own where ETSI names none. {@link #normalise} turns
 * what a person typed into the one form that travels.
 */
public enum TargetFormat {
    E164("ETSI", "InternationalE164", "[0-9]{1,15}", "like +351 912 345 678", Normalising::telephone),
    IMSI("ETSI", "IMSI", "[0-9]{6,15}", "6 to 15 digits", Normalising::digits),
    IMEI("ETSI", "IMEI", "[0-9]{14}", "14 digits", Normalising::digits),
    IMEI_CHECK_DIGIT("ETSI", "IMEICheckDigit", "[0-9]{15}", "15 digits", Normalising::imeiWithCheckDigit),
    IMEISV("ETSI", "IMEISV", "[0-9]{16}", "16 digits", Normalising::digits),
    IPV4("ETSI", "IPv4Address", Forms.IPV4, "like 192.0.2.1", IpAddresses::v4),
    IPV4_NETWORK("ETSI", "IPv4CIDR", Forms.IPV4 + "/([1-2]?[0-9]|3[0-2])", "like 192.0.2.0/24", IpAddresses::v4Network),
    IPV6("ETSI", "IPv6Address", Forms.IPV6, "like 2001:db8::1", IpAddresses::v6),
    IPV6_NETWORK(
            "ETSI",
            "IPv6CIDR",
            Forms.IPV6 + "/([1-9][0-9]?|1[0-1][0-9]|12[0-8])",
            "like 2001:db8::/32",
            IpAddresses::v6Network),
    MAC("ETSI", "MACAddress", "([a-f0-9]{2}:){5}[a-f0-9]{2}", "like 00:00:5e:00:53:01", Normalising::mac),
    EMAIL("ETSI", "EmailAddress", Forms.EMAIL, "like desk@example.org", Normalising::email),
    INTERNATIONAL_EMAIL("ETSI", "InternationalizedEmailAddress", ".+@.+", "like desk@example.org", Normalising::email),
    IP_AND_PORT(
            "comity",
            "IPAddressPort",
            "(" + Forms.IPV4 + "|\\[" + Forms.IPV6 + "\\]):[0-9]{1,5}",
            "like 192.0.2.1:443 or [2001:db8::1]:443",
            IpAddresses::withPort),
    DOMAIN("comity", "Domain", Forms.DOMAIN, "like example.org", Normalising::domain),
    URL("comity", "URL", "https?://[^\\s]+", "like https://example.org/page", Normalising::url),
    ACCOUNT("comity", "Account", "[^\\s](.*[^\\s])?", "the name as the service shows it", String::strip);

    private static final class Forms {
        static final String IPV4 =
                "((25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
        static final String IPV6 = "([0-9a-f]{4}:){7}[0-9a-f]{4}";
        static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
        static final String DOMAIN = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+";
        static final String EMAIL = "[a-zA-Z0-9.!#$%&'*+\\\\/=?^_`{|}~-]+@" + LABEL + "(\\." + LABEL + ")*";
    }

    /** Longer than any address that browsers take. */
    private static final int LONGEST = 8_192;

    private final FormatType type;
    private final Pattern form;
    private final String example;
    private final UnaryOperator<String> normalising;

    TargetFormat(String owner, String name, String form, String example, UnaryOperator<String> normalising) {
        this.type = new FormatType(owner, name);
        this.form = Pattern.compile(form);
        this.example = example;
        this.normalising = normalising;
    }

    public static Optional<TargetFormat> of(FormatType type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }

    public FormatType type() {
        return type;
    }

    /** An example for the person who types. */
    public String example() {
        return example;
    }

    /** Whether the value is already in the form that travels. */
    public boolean accepts(String value) {
        int limit = this == URL || this == ACCOUNT ? LONGEST : Text.SHORT;
        return value.length() <= limit && form.matcher(value).matches();
    }

    /**
     * The identifier in the form that travels, beside the text as given.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    public Target normalise(String asGiven) {
        var value = normalising.apply(asGiven.strip());
        check(value);
        return new Target(this, value, asGiven);
    }

    void check(String value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no %s (%s)".formatted(Text.shown(value), type.name(), example));
        }
    }

    /** An identifier in its format, and the text it came from. */
    public record Target(TargetFormat format, String value, String asGiven) {

        public Target {
            format.check(value);
        }

        public RequestValue toRequestValue() {
            return new RequestValue(format.type, value);
        }
    }
}

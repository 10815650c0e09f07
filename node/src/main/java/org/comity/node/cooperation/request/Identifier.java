package org.comity.node.cooperation.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.comity.hi1.TargetFormat;
import org.comity.node.frame.Said;

/**
 * What leads to the data wanted. Each is kept in the one form that travels; a value that can't be used is refused with what
 * to write instead.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Identifier.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Identifier.Email.class, name = "email"),
    @JsonSubTypes.Type(value = Identifier.IpAddress.class, name = "ip"),
    @JsonSubTypes.Type(value = Identifier.Url.class, name = "url"),
    @JsonSubTypes.Type(value = Identifier.Phone.class, name = "phone"),
    @JsonSubTypes.Type(value = Identifier.Imei.class, name = "imei"),
    @JsonSubTypes.Type(value = Identifier.Domain.class, name = "domain")
})
public sealed interface Identifier {

    /** Of a refused value, so that the message stays readable. */
    int LONGEST_SHOWN = 80;

    /** In the form that travels. */
    String value();

    TargetFormat format();

    /** The kind as pages and stored requests name it. */
    default Kind kind() {
        return switch (this) {
            case Account _ -> Kind.ACCOUNT;
            case Email _ -> Kind.EMAIL;
            case IpAddress _ -> Kind.IP;
            case Url _ -> Kind.URL;
            case Phone _ -> Kind.PHONE;
            case Imei _ -> Kind.IMEI;
            case Domain _ -> Kind.DOMAIN;
        };
    }

    enum Kind {
        ACCOUNT,
        EMAIL,
        IP,
        URL,
        PHONE,
        IMEI,
        DOMAIN;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String token) {
            for (var kind : values()) {
                if (kind.token().equals(token)) {
                    return kind;
                }
            }
            throw new ActRefused.Malformed("kind", Said.of("cooperation.refused.kind"));
        }
    }

    /**
     * Reads what a person typed.
     *
     * @param at when the address was in use, with its zone; needed for an IP address, else left empty
     * @param port the port, for an IP address behind address translation, else left empty
     */
    static Identifier read(Kind kind, String value, String at, String port) {
        if (value.isBlank()) {
            throw new ActRefused.Malformed(
                    "value", Said.of("cooperation.refused.no-identifier", example(formatOf(kind, value))));
        }
        return switch (kind) {
            case ACCOUNT -> new Account(normalised(TargetFormat.ACCOUNT, value));
            case EMAIL -> new Email(normalised(TargetFormat.EMAIL, value));
            case IP -> new IpAddress(normalised(formatOf(kind, value), value), moment(at), portNumber(port));
            case URL -> new Url(normalised(TargetFormat.URL, value));
            case PHONE -> new Phone(phone(value));
            case IMEI -> new Imei(normalised(formatOf(kind, value), value));
            case DOMAIN -> new Domain(normalised(TargetFormat.DOMAIN, value));
        };
    }

    static Identifier read(Kind kind, String value) {
        return read(kind, value, "", "");
    }

    /** The name as the service shows it. */
    record Account(String value) implements Identifier {
        public Account {
            check(TargetFormat.ACCOUNT, value);
        }

        @Override
        public TargetFormat format() {
            return TargetFormat.ACCOUNT;
        }
    }

    record Email(String value) implements Identifier {
        public Email {
            check(TargetFormat.EMAIL, value);
        }

        @Override
        public TargetFormat format() {
            return TargetFormat.EMAIL;
        }
    }

    /** An address means a subscriber only together with the moment, and behind address translation with the port. */
    record IpAddress(String value, OffsetDateTime at, Optional<Integer> port) implements Identifier {
        public IpAddress {
            check(value.contains(":") ? TargetFormat.IPV6 : TargetFormat.IPV4, value);
            port.ifPresent(IpAddress::checkPort);
        }

        private static void checkPort(int port) {
            if (port < 1 || port > 65_535) {
                throw new ActRefused.Malformed("port", Said.of("cooperation.refused.port"));
            }
        }

        @Override
        public TargetFormat format() {
            return value.contains(":") ? TargetFormat.IPV6 : TargetFormat.IPV4;
        }
    }

    record Url(String value) implements Identifier {
        public Url {
            check(TargetFormat.URL, value);
        }

        @Override
        public TargetFormat format() {
            return TargetFormat.URL;
        }
    }

    /** Country code and number as ITU-T E.164 counts them, without the plus sign. */
    record Phone(String value) implements Identifier {
        public Phone {
            check(TargetFormat.E164, value);
        }

        @Override
        public TargetFormat format() {
            return TargetFormat.E164;
        }
    }

    /** With or without its check digit. */
    record Imei(String value) implements Identifier {
        public Imei {
            check(value.length() == 15 ? TargetFormat.IMEI_CHECK_DIGIT : TargetFormat.IMEI, value);
        }

        @Override
        public TargetFormat format() {
            return value.length() == 15 ? TargetFormat.IMEI_CHECK_DIGIT : TargetFormat.IMEI;
        }
    }

    record Domain(String value) implements Identifier {
        public Domain {
            check(TargetFormat.DOMAIN, value);
        }

        @Override
        public TargetFormat format() {
            return TargetFormat.DOMAIN;
        }
    }

    private static TargetFormat formatOf(Kind kind, String value) {
        return switch (kind) {
            case ACCOUNT -> TargetFormat.ACCOUNT;
            case EMAIL -> TargetFormat.EMAIL;
            case IP -> value.contains(":") ? TargetFormat.IPV6 : TargetFormat.IPV4;
            case URL -> TargetFormat.URL;
            case PHONE -> TargetFormat.E164;
            case IMEI ->
                value.chars().filter(Character::isDigit).count() == 14
                        ? TargetFormat.IMEI
                        : TargetFormat.IMEI_CHECK_DIGIT;
            case DOMAIN -> TargetFormat.DOMAIN;
        };
    }

    private static String normalised(TargetFormat format, String value) {
        try {
            return format.normalise(value).value();
        } catch (IllegalArgumentException e) {
            throw new ActRefused.Malformed(
                    "value", Said.of("cooperation.refused.identifier", shown(value), example(format)));
        }
    }

    private static String phone(String value) {
        if (!value.strip().startsWith("+")) {
            throw new ActRefused.Malformed("value", Said.of("cooperation.refused.phone", example(TargetFormat.E164)));
        }
        return normalised(TargetFormat.E164, value);
    }

    private static OffsetDateTime moment(String at) {
        try {
            return ZonedDateTime.parse(at.strip()).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new ActRefused.Malformed("at", Said.of("cooperation.refused.moment"));
        }
    }

    private static Optional<Integer> portNumber(String port) {
        if (port.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(port.strip()));
        } catch (NumberFormatException e) {
            throw new ActRefused.Malformed("port", Said.of("cooperation.refused.port"));
        }
    }

    /** How it is written, for the person who types it. */
    private static Said example(TargetFormat format) {
        return Said.of("cooperation.example." + format.name());
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private static void check(TargetFormat format, String value) {
        if (!format.accepts(value)) {
            throw new ActRefused.Malformed(
                    "value", Said.of("cooperation.refused.identifier", shown(value), example(format)));
        }
    }
}

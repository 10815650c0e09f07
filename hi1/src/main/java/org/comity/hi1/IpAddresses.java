package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Internet addresses in the forms of TS 103 280, read without asking any name server. */
final class IpAddresses {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\]]*)\\]|([^:]*)):([0-9]{1,5})");
    private static final int GROUPS = 8;

    private IpAddresses() {}

    /** A leading zero is refused: some software would read 010 as 8. */
    static String v4(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw no(text, "IPv4 address: it has four numbers, like 192.0.2.1");
        }
        for (var part : parts) {
            if (!DECIMAL.matcher(part).matches() || Integer.parseInt(part) > 255) {
                throw no(text, "IPv4 address: its numbers go from 0 to 255 without leading zeros");
            }
        }
        return text;
    }

    static String v4Network(String text) {
        int slash = slash(text);
        return v4(text.substring(0, slash)) + prefix(text, slash, 0, 32);
    }

    /** Eight groups of four small hexadecimal digits, without the short form {@code ::}. */
    static String v6(String text) {
        var address = text.toLowerCase(Locale.ROOT);
        if (address.contains("%")) {
            throw no(text, "IPv6 address that means anything elsewhere: leave out the part after %");
        }
        int gap = address.indexOf("::");
        if (gap != address.lastIndexOf("::")) {
            throw no(text, "IPv6 address: \"::\" may stand once");
        }
        var groups = gap < 0 ? groups(text, address) : filled(text, address, gap);
        if (groups.size() != GROUPS) {
            throw no(text, "IPv6 address: it has eight groups, like 2001:db8::1");
        }
        return groups.stream().map(it -> "0".repeat(4 - it.length()) + it).collect(Collectors.joining(":"));
    }

    static String v6Network(String text) {
        int slash = slash(text);
        return v6(text.substring(0, slash)) + prefix(text, slash, 1, 128);
    }

    static String withPort(String text) {
        var parts = WITH_PORT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65_535) {
            throw no(text, "address with port, like 192.0.2.1:443 or [2001:db8::1]:443");
        }
        int port = Integer.parseInt(parts.group(3));
        return (parts.group(1) == null ? v4(parts.group(2)) : "[" + v6(parts.group(1)) + "]") + ":" + port;
    }

    private static List<String> filled(String text, String address, int gap) {
        var groups = new ArrayList<String>(groups(text, address.substring(0, gap)));
        var tail = groups(text, address.substring(gap + 2));
        int missing = GROUPS - groups.size() - tail.size();
        if (missing < 1) {
            throw no(text, "IPv6 address: \"::\" stands for nothing in it");
        }
        for (int i = 0; i < missing; i++) {
            groups.add("0");
        }
        groups.addAll(tail);
        return groups;
    }

    private static List<String> groups(String text, String part) {
        if (part.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<String>();
        var written = part.split(":", -1);
        for (int i = 0; i < written.length; i++) {
            if (i == written.length - 1 && written[i].contains(".")) {
                groups.addAll(lastTwo(v4(written[i])));
            } else if (GROUP.matcher(written[i]).matches()) {
                groups.add(written[i]);
            } else {
                throw no(text, "IPv6 address: a group has one to four hexadecimal digits");
            }
        }
        return groups;
    }

    /** RFC 4291 §2.2: the last two groups may be written as an IPv4 address. */
    private static List<String> lastTwo(String v4) {
        var bytes = Pattern.compile("\\.")
                .splitAsStream(v4)
                .mapToInt(Integer::parseInt)
                .toArray();
        return List.of("%x".formatted(bytes[0] << 8 | bytes[1]), "%x".formatted(bytes[2] << 8 | bytes[3]));
    }

    private static int slash(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw no(text, "network: it ends with / and the length of its prefix");
        }
        return slash;
    }

    private static String prefix(String text, int slash, int least, int most) {
        var length = text.substring(slash + 1);
        if (!DECIMAL.matcher(length).matches() || Integer.parseInt(length) < least || Integer.parseInt(length) > most) {
            throw no(text, "network: the length of its prefix goes from %d to %d".formatted(least, most));
        }
        return "/" + length;
    }

    private static IllegalArgumentException no(String text, String what) {
        return new IllegalArgumentException("\"%s\" is no %s".formatted(Text.shown(text), what));
    }
}

package org.comity.node.notice;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives only addresses that anyone on the internet could reach, so that a webhook can't make the node call what stands beside
 * it. The connection is made to the very addresses that were looked at here: a name that changes its answer gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    private final boolean privateToo;

    PublicAddresses(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** The name leads to an address that is not to be called. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!privateToo && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** By the registries of special-purpose addresses (RFC 6890 and its updates). */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int one = bytes[0] & 0xff;
        int two = bytes[1] & 0xff;
        int three = bytes[2] & 0xff;
        return switch (one) {
            case 0, 10, 127 -> false;
            case 100 -> (two & 0xc0) != 64;
            case 169 -> two != 254;
            case 172 -> (two & 0xf0) != 16;
            case 192 -> two != 168 && !(two == 0 && (three == 0 || three == 2)) && !(two == 88 && three == 99);
            case 198 -> two != 18 && two != 19 && !(two == 51 && three == 100);
            case 203 -> !(two == 0 && three == 113);
            default -> one < 224;
        };
    }

    /** Global unicast is 2000::/3; within it, Teredo and documentation (2001:0::/23, 2001:db8::/32) and 6to4 (2002::/16) lead elsewhere. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        return globalUnicast && first != 0x2002 && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8));
    }
}

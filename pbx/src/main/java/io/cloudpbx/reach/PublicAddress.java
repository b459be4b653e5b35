package io.cloudpbx.reach;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from those that only this machine, its network or its provider can reach: whoever may name an
 * address to us must not see through us what stands there (T9). The ranges are those of the special-purpose registries of IANA (RFC 6890)
 * that are not globally reachable, and those in which an IPv4 address is hidden.
 */
public final class PublicAddress {
    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** What is given out to the public; all the rest is reserved, local, or for many at once. */
    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

    /** Tunnels, documentation and benchmarks within it; behind the tunnels lies an IPv4 address of anybody's choice. */
    private static final List<Range> NOT_PUBLIC_WITHIN = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes))
                : GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_WITHIN.stream().noneMatch(range -> range.holds(bytes));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    /** All addresses that begin with the same bits. */
    private record Range(InetAddress first, int bits) {
        static Range of(String text) {
            String[] parts = text.split("/");
            return new Range(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            byte[] beginning = first.getAddress();
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = 0xff << Math.max(0, 8 - (bits - bit));
                if ((address[bit / 8] & mask) != (beginning[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}

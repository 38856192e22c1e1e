package vmconf.compiler.value;

import java.util.stream.Stream;

/// Addresses of local interfaces: `prefix | id << 8 | (index + 1) * 2` for the host, one more for
/// the guest
/// (`vmd-runtime` section 11), with a check of the room that vmd lacks.
public final class LocalAddresses {
    /// The prefix of a file that names none.
    public static final Ipv4Prefix DEFAULT_PREFIX = new Ipv4Prefix(100L << 24 | 64L << 16, 10);

    private LocalAddresses() {}

    /// The prefix that holds: the last one that can be read.
    ///
    /// @param strict see [Ipv4Prefix#parse]
    public static Ipv4Prefix prefix(Stream<String> written, boolean strict) {
        return written.flatMap(text -> Ipv4Prefix.parse(text, strict).value().stream())
                .reduce((first, last) -> last)
                .orElse(DEFAULT_PREFIX);
    }

    /// Whether the bits behind the prefix can hold a VM's number.
    ///
    /// @param id from 1
    public static boolean fits(Ipv4Prefix prefix, int id) {
        int free = 32 - prefix.length() - 8;
        return free > 0 && (long) id < 1L << free;
    }

    /// The host's end of an interface.
    ///
    /// @param index number of the interface among all of its VM, from 0
    public static long host(Ipv4Prefix prefix, int id, int index) {
        return prefix.bits() | (long) id << 8 | (index + 1) * 2L;
    }

    /// The last 64 bits of the host's IPv6 address: the guest's IPv4 address, then 1.
    public static long hostInet6(long guest) {
        return guest << 32 | 1;
    }
}

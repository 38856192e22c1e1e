package vmconf.compiler.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// An IPv6 network for local interfaces.
///
/// @param high the first 64 bits of its address; the other 64 are zero
/// @param length prefix length, 0 to 64
public record Ipv6Prefix(long high, int length) {
    private static final int DEFAULT_LENGTH = 64;

    /// Reads `ADDRESS[/LENGTH]`.
    public static Parsed<Ipv6Prefix> parse(String word) {
        int slash = word.lastIndexOf('/');
        int length = DEFAULT_LENGTH;
        if (slash >= 0) {
            switch (Numbers.within(word.substring(slash + 1), 0, 64)) {
                case Refused<Long>(var reason) -> {
                    return new Refused<>("prefix length is " + reason + ", expected 0 to 64");
                }
                case Value<Long>(var value) -> length = value.intValue();
            }
        }
        String address = slash >= 0 ? word.substring(0, slash) : word;
        try {
            byte[] bytes = Inet6Address.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
            if (bytes.length != 16) {
                return new Refused<>("\"" + address + "\" is not an IPv6 address");
            }
            return masked(bytes, length);
        } catch (IllegalArgumentException e) {
            return new Refused<>("\"" + address + "\" is not an IPv6 address");
        }
    }

    private static Parsed<Ipv6Prefix> masked(byte[] bytes, int length) {
        HexFormat hex = HexFormat.of();
        long high = Long.parseUnsignedLong(hex.formatHex(bytes, 0, 8), 16);
        long low = Long.parseUnsignedLong(hex.formatHex(bytes, 8, 16), 16);
        long mask = length == 0 ? 0 : -1L << (64 - length);
        Ipv6Prefix fit = new Ipv6Prefix(high & mask, length);
        if ((high & ~mask) != 0 || low != 0) {
            return new Refused<>("bits are set behind the prefix, which is " + fit);
        }
        return new Value<>(fit);
    }

    /// The address with the given last 64 bits.
    public String address(long low) {
        try {
            byte[] bytes = new byte[16];
            for (int i = 0; i < 8; i++) {
                bytes[i] = (byte) (high >> (56 - 8 * i));
                bytes[8 + i] = (byte) (low >> (56 - 8 * i));
            }
            return Ipv6Text.canonical((Inet6Address) InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return address(0) + "/" + length;
    }
}

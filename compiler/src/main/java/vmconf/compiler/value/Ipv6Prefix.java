package vmconf.compiler.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// An IPv6 network for local interfaces.
///
/// @param high the first 64 bits of its address; the other 64 are zero
/// @param length prefix length, 0 to 64
public record Ipv6Prefix(long high, int length) {
    private static final int DEFAULT_LENGTH = 64;

    /// Reads `ADDRESS[/LENGTH]`.
    ///
    /// @param strict as vmd reads it since OpenBSD 7.4; before, bits behind the prefix were
    ///     ignored
    public static Parsed<Ipv6Prefix> parse(String word, boolean strict) {
        Optional<PrefixRefusal> refusal = judge(word, strict);
        if (refusal.isPresent()) {
            return new Refused<>(refusal.get().reason());
        }
        int length = length(word).value().orElse((long) DEFAULT_LENGTH).intValue();
        byte[] bytes = address(addressPart(word)).orElseThrow();
        return new Value<>(new Ipv6Prefix(half(bytes, 0) & mask(length), length));
    }

    /// Why a text is no local prefix, if it is none.
    public static Optional<PrefixRefusal> judge(String word, boolean strict) {
        Parsed<Long> length = length(word);
        if (length instanceof Refused<Long>(var reason)) {
            return Optional.of(PrefixRefusal.length(reason, 0, 64));
        }
        String address = addressPart(word);
        Optional<byte[]> bytes = address(address);
        if (bytes.isEmpty()) {
            String reason = "\"" + address + "\" is not an IPv6 address";
            return Optional.of(new PrefixRefusal(reason, "name or service is not known"));
        }
        int bits = length.value().orElse((long) DEFAULT_LENGTH).intValue();
        long mask = mask(bits);
        long high = half(bytes.get(), 0);
        if (!strict || ((high & ~mask) == 0 && half(bytes.get(), 8) == 0)) {
            return Optional.empty();
        }
        String reason =
                "bits are set behind the prefix, which is " + new Ipv6Prefix(high & mask, bits);
        return Optional.of(new PrefixRefusal(reason, "bad mask"));
    }

    private static long mask(int length) {
        return length == 0 ? 0 : -1L << (64 - length);
    }

    private static Parsed<Long> length(String word) {
        int slash = word.lastIndexOf('/');
        return slash < 0
                ? new Value<>((long) DEFAULT_LENGTH)
                : Numbers.within(word.substring(slash + 1), 0, 64);
    }

    private static String addressPart(String word) {
        int slash = word.lastIndexOf('/');
        return slash < 0 ? word : word.substring(0, slash);
    }

    /// An address, perhaps with a numeric scope; names of scopes are the host's and not looked up.
    private static Optional<byte[]> address(String text) {
        if (text.indexOf('%') >= 0 && !text.matches(".*%\\d+")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Inet6Address.ofLiteral(text.replaceFirst("%\\d+$", "")).getAddress();
            return bytes.length == 16 ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long half(byte[] bytes, int from) {
        return Long.parseUnsignedLong(HexFormat.of().formatHex(bytes, from, from + 8), 16);
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

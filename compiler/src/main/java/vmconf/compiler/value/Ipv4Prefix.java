package vmconf.compiler.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// An IPv4 network for local interfaces.
///
/// @param bits network address, 32 bits
/// @param length prefix length, 1 to 16; 0 to 32 when read loosely
public record Ipv4Prefix(long bits, int length) {
    private static final int DEFAULT_LENGTH = 16;

    /// Apart, as few files name a prefix, and expressions take their time.
    private static final class Form {
        static final Pattern DOTTED = Pattern.compile("(\\d+)(\\.\\d+){0,3}(/.*)?");
        static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,8})(/.*)?");
    }

    /// Reads `ADDRESS[/LENGTH]`; the address may leave out trailing zero octets.
    ///
    /// @param strict as vmd reads it since OpenBSD 7.4; before, any length was taken, and bits
    ///     behind
    ///     the prefix were ignored
    public static Parsed<Ipv4Prefix> parse(String word, boolean strict) {
        Optional<PrefixRefusal> refusal = judge(word, strict);
        if (refusal.isPresent()) {
            return new Refused<>(refusal.get().reason());
        }
        int length = length(word, strict).value().orElse((long) DEFAULT_LENGTH).intValue();
        long bits = address(addressPart(word)).orElse(0L);
        return new Value<>(new Ipv4Prefix(bits & mask(length), length));
    }

    /// Why a text is no local prefix, if it is none.
    public static Optional<PrefixRefusal> judge(String word, boolean strict) {
        Parsed<Long> length = length(word, strict);
        if (length instanceof Refused<Long>(var reason)) {
            return Optional.of(
                    strict
                            ? PrefixRefusal.length(reason, 1, 16)
                            : PrefixRefusal.length(reason, 0, 32));
        }
        String address = addressPart(word);
        Optional<Long> bits = address(address);
        if (bits.isEmpty()) {
            String reason = "\"" + address + "\" is not an IPv4 address";
            return Optional.of(new PrefixRefusal(reason, "invalid format"));
        }
        int bitsInPrefix = length.value().orElse((long) DEFAULT_LENGTH).intValue();
        long mask = mask(bitsInPrefix);
        if (!strict || (bits.get() & ~mask) == 0) {
            return Optional.empty();
        }
        Ipv4Prefix fit = new Ipv4Prefix(bits.get() & mask, bitsInPrefix);
        String reason = "bits are set behind the prefix, which is " + fit;
        return Optional.of(new PrefixRefusal(reason, "bad mask"));
    }

    private static long mask(int length) {
        return (0xffffffffL << (32 - length)) & 0xffffffffL;
    }

    private static Parsed<Long> length(String word, boolean strict) {
        int slash = word.lastIndexOf('/');
        return slash < 0
                ? new Value<>((long) DEFAULT_LENGTH)
                : Numbers.within(word.substring(slash + 1), strict ? 1 : 0, strict ? 16 : 32);
    }

    private static String addressPart(String word) {
        int slash = word.lastIndexOf('/');
        return slash < 0 ? word : word.substring(0, slash);
    }

    private static Optional<Long> address(String text) {
        Matcher hex = Form.HEX.matcher(text);
        if (hex.matches()) {
            // The digits are halves of octets, from the left.
            String digits = hex.group(1);
            return Optional.of(Long.parseLong(digits, 16) << (32 - 4 * digits.length()));
        }
        if (!Form.DOTTED.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] octets = text.replaceFirst("/.*", "").split("\\.");
        long bits = 0;
        for (int i = 0; i < 4; i++) {
            String digits = i < octets.length ? octets[i].replaceFirst("^0+(?=\\d)", "") : "0";
            int octet = digits.length() > 3 ? 256 : Integer.parseInt(digits);
            if (octet > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
        }
        return Optional.of(bits);
    }

    /// An IPv4 address as dotted quad.
    public static String dotted(long bits) {
        return (bits >> 24 & 255)
                + "."
                + (bits >> 16 & 255)
                + "."
                + (bits >> 8 & 255)
                + "."
                + (bits & 255);
    }

    @Override
    public String toString() {
        return dotted(bits) + "/" + length;
    }
}

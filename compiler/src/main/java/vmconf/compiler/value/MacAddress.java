package vmconf.compiler.value;

import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// A MAC address, read as ether_aton(3) does: six hexadecimal octets.
///
/// @param bits its 48 bits
public record MacAddress(long bits) {
    /// The address that stands for none.
    public static final MacAddress ZERO = new MacAddress(0);

    private static final int OCTETS = 6;

    /// Reads an address. Text behind a blank or a sixth colon is passed over, as vmd does.
    public static Parsed<MacAddress> parse(String word) {
        long bits = 0;
        int at = skipSpaces(word, 0);
        for (int octet = 0; octet < OCTETS; octet++) {
            int start = skipSpaces(word, at);
            boolean negative = charAt(word, start) == '-';
            start += negative || charAt(word, start) == '+' ? 1 : 0;
            if (word.regionMatches(true, start, "0x", 0, 2)
                    && Character.digit(charAt(word, start + 2), 16) >= 0) {
                start += 2;
            }
            int end = start;
            long value = 0;
            while (Character.digit(charAt(word, end), 16) >= 0 && value <= 0xff) {
                value = value * 16 + Character.digit(charAt(word, end++), 16);
            }
            if (end == start || value > 0xff || (negative && value > 0)) {
                return new Refused<>("octet " + (octet + 1) + " is not a number from 00 to ff");
            }
            char next = charAt(word, end);
            boolean last = octet == OCTETS - 1;
            if (next != ':' && !(last && (next == 0 || isSpace(next)))) {
                return new Refused<>("six octets with colons between them are expected");
            }
            bits = bits << 8 | value;
            at = end + 1;
        }
        return new Value<>(new MacAddress(bits));
    }

    /// All bits are zero, which vmd takes for "choose one".
    public boolean isZero() {
        return bits == 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(3 * OCTETS - 1);
        for (int shift = 8 * (OCTETS - 1); shift >= 0; shift -= 8) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(Character.forDigit((int) (bits >> (shift + 4) & 0xf), 16))
                    .append(Character.forDigit((int) (bits >> shift & 0xf), 16));
        }
        return text.toString();
    }

    private static int skipSpaces(String word, int from) {
        int at = from;
        while (isSpace(charAt(word, at))) {
            at++;
        }
        return at;
    }

    private static char charAt(String word, int at) {
        return at < word.length() ? word.charAt(at) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}

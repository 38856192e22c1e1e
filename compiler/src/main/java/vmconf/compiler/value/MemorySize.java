package vmconf.compiler.value;

import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// Memory sizes, read as scan_scaled(3) does: digits, perhaps a fraction, perhaps a unit letter.
public final class MemorySize {
    /// Smallest memory of a VM in bytes.
    public static final long SMALLEST = 1L << 20;

    /// Largest memory of a VM in bytes.
    public static final long LARGEST = 128L << 30;

    private static final String UNITS = "BKMGTPE";
    private static final int MOST_DIGITS = 20;

    private MemorySize() {}

    /// What scan_scaled(3) makes of a word.
    public sealed interface Scan {
        /// So many bytes, which may be negative.
        record Bytes(long bytes) implements Scan {}

        /// No size; the reason is a phrase.
        record Invalid(String reason) implements Scan {}

        /// Beyond 64 bits.
        record TooLarge() implements Scan {}
    }

    /// Bytes, rounded down to whole megabytes.
    public static Parsed<Long> parse(String word) {
        return limited(scan(word));
    }

    /// Bytes as written, as an integer or as a word.
    public static Parsed<Long> of(String text, boolean integer) {
        return integer ? ofBytes(Long.parseLong(text)) : parse(text);
    }

    /// Bytes given as a plain integer, rounded down to whole megabytes.
    public static Parsed<Long> ofBytes(long bytes) {
        return limited(new Scan.Bytes(bytes));
    }

    private static Parsed<Long> limited(Scan size) {
        // Not a switch: the class that one over patterns needs is made anew at every start.
        if (size instanceof Scan.Invalid(var reason)) {
            return new Refused<>(reason);
        }
        long bytes = size instanceof Scan.Bytes(var found) ? found : Long.MAX_VALUE;
        if (bytes < SMALLEST) {
            return new Refused<>("less than 1M");
        }
        return bytes > LARGEST
                ? new Refused<>("more than 128G")
                : new Value<>(bytes / SMALLEST * SMALLEST);
    }

    /// Reads a word without judging the size.
    public static Scan scan(String word) {
        int at = 0;
        while (at < word.length() && isSpace(word.charAt(at))) {
            at++;
        }
        int sign = 0;
        while (at < word.length() && "+-".indexOf(word.charAt(at)) >= 0) {
            if (sign != 0) {
                return new Scan.Invalid("more than one sign");
            }
            sign = word.charAt(at++) == '-' ? -1 : 1;
        }
        int start = at;
        while (at < word.length() && (isDigit(word.charAt(at)) || word.charAt(at) == '.')) {
            at++;
        }
        String number = word.substring(start, at);
        int point = number.indexOf('.');
        if (point >= 0 && number.indexOf('.', point + 1) >= 0) {
            return new Scan.Invalid("more than one decimal point");
        }
        String whole = point < 0 ? number : number.substring(0, point);
        String fraction = point < 0 ? "" : number.substring(point + 1);
        return scaled(sign, whole, fraction, word.substring(at));
    }

    private static Scan scaled(int sign, String whole, String fraction, String unit) {
        if (whole.length() > MOST_DIGITS) {
            return new Scan.TooLarge();
        }
        try {
            long number = whole.isEmpty() ? 0 : Long.parseLong(whole);
            if (unit.isEmpty()) {
                return new Scan.Bytes(sign < 0 ? -number : number);
            }
            int power = UNITS.indexOf(Character.toUpperCase(unit.charAt(0)));
            boolean longer = unit.length() > 1 && isAlphanumeric(unit.charAt(1));
            if (power < 0 || longer) {
                return new Scan.Invalid(
                        "\"" + unit + "\" is no unit; units are B, K, M, G, T, P and E");
            }
            long scale = 1L << (10 * power);
            long bytes = Math.multiplyExact(number, scale) + fraction(fraction, scale);
            return new Scan.Bytes(sign < 0 ? -bytes : bytes);
        } catch (NumberFormatException | ArithmeticException e) {
            return new Scan.TooLarge();
        }
    }

    private static long fraction(String digits, long scale) {
        return digits.isEmpty() ? 0 : (long) (Double.parseDouble("0." + digits) * scale);
    }

    /// A size in the form of fmt_scaled(3): in the largest unit of which there is one, with one
    /// decimal below 100, such as `1023M` or `1.5G`.
    ///
    /// @param bytes not negative
    public static String shown(long bytes) {
        int power = 0;
        while (power < UNITS.length() - 1 && bytes >> (10 * (power + 1)) > 0) {
            power++;
        }
        int shift = 10 * power;
        long whole = bytes >> shift;
        if (power == 0) {
            return whole + "B";
        }
        // Only as many digits as the next smaller unit has are rounded.
        long rest = (bytes >> (shift - 10)) & 1023;
        long tenths = whole * 10 + (rest * 10 + 512) / 1024;
        return tenths < 1000
                ? tenths / 10 + "." + tenths % 10 + UNITS.charAt(power)
                : (tenths + 5) / 10 + "" + UNITS.charAt(power);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}

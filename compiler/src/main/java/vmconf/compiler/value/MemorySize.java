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

    /// Bytes, rounded down to whole megabytes.
    public static Parsed<Long> parse(String word) {
        return limited(scaled(word));
    }

    /// Bytes given as a plain integer, rounded down to whole megabytes.
    public static Parsed<Long> ofBytes(long bytes) {
        return limited(new Value<>(bytes));
    }

    private static Parsed<Long> limited(Parsed<Long> size) {
        return switch (size) {
            case Refused<Long> refused -> refused;
            case Value<Long>(var bytes) when bytes < SMALLEST -> new Refused<>("less than 1M");
            case Value<Long>(var bytes) when bytes > LARGEST -> new Refused<>("more than 128G");
            case Value<Long>(var bytes) -> new Value<>(bytes / SMALLEST * SMALLEST);
        };
    }

    private static Parsed<Long> scaled(String word) {
        int at = 0;
        while (at < word.length() && isSpace(word.charAt(at))) {
            at++;
        }
        int sign = 0;
        while (at < word.length() && "+-".indexOf(word.charAt(at)) >= 0) {
            if (sign != 0) {
                return new Refused<>("more than one sign");
            }
            sign = word.charAt(at++) == '-' ? -1 : 1;
        }
        int digits = at;
        while (at < word.length() && isDigit(word.charAt(at))) {
            at++;
        }
        String whole = word.substring(digits, at);
        String fraction = "";
        if (at < word.length() && word.charAt(at) == '.') {
            int point = ++at;
            while (at < word.length() && isDigit(word.charAt(at))) {
                at++;
            }
            fraction = word.substring(point, at);
            if (at < word.length() && word.charAt(at) == '.') {
                return new Refused<>("more than one decimal point");
            }
        }
        return scaled(sign, whole, fraction, word.substring(at));
    }

    private static Parsed<Long> scaled(int sign, String whole, String fraction, String unit) {
        if (whole.length() > MOST_DIGITS) {
            return new Refused<>("too many digits");
        }
        try {
            long number = whole.isEmpty() ? 0 : Long.parseLong(whole);
            if (unit.isEmpty()) {
                return new Value<>(sign < 0 ? -number : number);
            }
            int power = UNITS.indexOf(Character.toUpperCase(unit.charAt(0)));
            boolean longer = unit.length() > 1 && Character.isLetterOrDigit(unit.charAt(1));
            if (power < 0 || longer) {
                return new Refused<>(
                        "\"" + unit + "\" is no unit; units are B, K, M, G, T, P and E");
            }
            long scale = 1L << (10 * power);
            long bytes = Math.multiplyExact(number, scale) + fraction(fraction, scale);
            return new Value<>(sign < 0 ? -bytes : bytes);
        } catch (NumberFormatException | ArithmeticException e) {
            return new Refused<>("too large");
        }
    }

    private static long fraction(String digits, long scale) {
        return digits.isEmpty() ? 0 : (long) (Double.parseDouble("0." + digits) * scale);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}

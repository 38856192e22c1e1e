package vmconf.compiler.value;

import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// Decimal numbers, read as strtonum(3) does: leading white space and a sign are allowed.
final class Numbers {
    /// White space in the C locale.
    private static final String BLANKS = " \t\n\u000b\f\r";

    private Numbers() {}

    static Parsed<Long> within(String text, long least, long most) {
        int start = 0;
        while (start < text.length() && BLANKS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String digits = text.substring(start);
        if (!isNumber(digits)) {
            return new Refused<>("invalid");
        }
        boolean negative = digits.startsWith("-");
        try {
            long value = Long.parseLong(digits);
            return value < least
                    ? new Refused<>("too small")
                    : value > most ? new Refused<>("too large") : new Value<>(value);
        } catch (NumberFormatException e) {
            return new Refused<>(negative ? "too small" : "too large");
        }
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }
}

package vmconf.compiler.value;

import vmconf.compiler.value.Parsed.Refused;
import vmconf.compiler.value.Parsed.Value;

/// Decimal numbers, read as strtonum(3) does: leading white space and a sign are allowed.
final class Numbers {
    private Numbers() {}

    static Parsed<Long> within(String text, long least, long most) {
        String digits = text.replaceFirst("^[ \\t\\n\\x0b\\f\\r]+", "");
        if (!digits.matches("[+-]?[0-9]+")) {
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
}

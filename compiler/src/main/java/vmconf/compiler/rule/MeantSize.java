package vmconf.compiler.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.value.MemorySize;

/// The size that a wrong one was meant to be.
///
/// @param text how vmd wants it
/// @param certain only the unit is spelled in another way
record MeantSize(String text, boolean certain) {
    /// Behind the letter of a unit: `MB`, `MiB`, `Mi`, `Mbytes`.
    private static final Set<String> TAILS = Set.of("b", "ib", "i", "byte", "bytes");

    /// Least number without a unit that is taken for megabytes. Below it gigabytes are as likely.
    private static final int MEGABYTES = 64;

    private static final int MOST_DIGITS = 6;

    /// What a word that is no size was meant to be, where that can be told.
    static Optional<MeantSize> of(String word) {
        int digits = 0;
        while (digits < word.length() && isDigitOrPoint(word.charAt(digits))) {
            digits++;
        }
        String number = word.substring(0, digits);
        String unit = word.substring(digits).strip().toLowerCase(Locale.ROOT);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean known =
                !unit.isEmpty()
                        && "kmgt".indexOf(unit.charAt(0)) >= 0
                        && (unit.length() == 1 || TAILS.contains(unit.substring(1)));
        if (known) {
            return sized(number + unit.substring(0, 1).toUpperCase(Locale.ROOT), true);
        }
        boolean megabytes =
                unit.isEmpty()
                        && number.length() <= MOST_DIGITS
                        && number.indexOf('.') < 0
                        && Integer.parseInt(number) >= MEGABYTES;
        return megabytes ? sized(number + "M", false) : Optional.empty();
    }

    private static Optional<MeantSize> sized(String text, boolean certain) {
        return MemorySize.parse(text).value().map(size -> new MeantSize(text, certain));
    }

    private static boolean isDigitOrPoint(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}

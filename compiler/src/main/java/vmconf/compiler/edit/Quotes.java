package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.syntax.Spelling;

/// How a value is quoted.
enum Quotes {
    /// Not at all.
    NONE,
    /// In `"`.
    DOUBLE,
    /// In `'`.
    SINGLE;

    /// How a value is quoted that stands in a file.
    static Quotes of(String written) {
        if (written.startsWith("'")) {
            return SINGLE;
        }
        return written.startsWith("\"") ? DOUBLE : NONE;
    }

    /// The value written in these quotes; nothing where they cannot hold it (`vmconf-language`
    /// 1.4).
    Optional<String> write(String value) {
        return switch (this) {
            case NONE -> Spelling.isBareWord(value) ? Optional.of(value) : Optional.empty();
            case DOUBLE -> Spelling.quoted(value, '"');
            case SINGLE -> Spelling.quoted(value, '\'');
        };
    }

    /// The ways to write a value, the best one first. Digits alone are a number, which means
    /// something else than a word of digits.
    List<String> ways(String value) {
        Set<String> ways = new LinkedHashSet<>();
        if (isNumber(value)) {
            ways.add(value);
        }
        write(value).ifPresent(ways::add);
        DOUBLE.write(value).ifPresent(ways::add);
        SINGLE.write(value).ifPresent(ways::add);
        return new ArrayList<>(ways);
    }

    /// The value is one word without quotes, or a number.
    static boolean isPlain(String value) {
        return isNumber(value) || Spelling.isBareWord(value);
    }

    private static boolean isNumber(String value) {
        int digits = value.startsWith("-") ? 1 : 0;
        return value.length() > digits
                && value.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
    }
}

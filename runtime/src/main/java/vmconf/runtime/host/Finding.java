package vmconf.runtime.host;

import java.util.Optional;

/// What was found out about one thing that a VM needs.
///
/// @param check which thing, a word
/// @param text for people
/// @param fix what to do about it, a command where there is one
public record Finding(String check, Verdict verdict, String text, Optional<String> fix) {
    private static final String BY_COMMAND = " with: ";

    public static Finding ok(String check, String text) {
        return new Finding(check, Verdict.OK, text, Optional.empty());
    }

    public static Finding note(String check, String text) {
        return new Finding(check, Verdict.NOTE, text, Optional.empty());
    }

    public static Finding warning(String check, String text, String fix) {
        return new Finding(check, Verdict.WARNING, text, Optional.of(fix));
    }

    public static Finding error(String check, String text, String fix) {
        return new Finding(check, Verdict.ERROR, text, Optional.of(fix));
    }

    /// Why a start would be refused, in the words of the refusal, which name the way out last.
    public static Finding refusal(String check, String reason) {
        int end = reason.lastIndexOf("; ");
        if (end < 0) {
            return new Finding(check, Verdict.ERROR, reason, Optional.empty());
        }
        String fix = reason.substring(end + 2);
        int command = fix.indexOf(BY_COMMAND);
        return error(
                check,
                reason.substring(0, end),
                command < 0 ? fix : fix.substring(command + BY_COMMAND.length()));
    }

    /// The same with a way out, where it has none.
    public Finding orFix(String otherwise) {
        return new Finding(check, verdict, text, fix.or(() -> Optional.of(otherwise)));
    }

    public boolean isError() {
        return verdict == Verdict.ERROR;
    }
}

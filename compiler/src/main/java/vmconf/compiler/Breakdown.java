package vmconf.compiler;

import java.util.Arrays;

/// What a program says when it fails by a fault of its own. Nobody who uses it can read a stack
/// trace; who mends it needs the place.
public final class Breakdown {
    private Breakdown() {}

    /// Lines for standard error.
    ///
    /// @param program its name
    public static String report(String program, Throwable fault) {
        String place =
                Arrays.stream(fault.getStackTrace())
                        .filter(each -> each.getClassName().startsWith("vmconf."))
                        .findFirst()
                        .map(each -> "\n    at " + each)
                        .orElse("");
        return "%s: internal error: %s%s\nhelp: please report this, with the command and its input"
                .formatted(program, fault, place);
    }
}

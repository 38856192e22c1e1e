package vmconf.compiler;

import vmconf.compiler.expand.Target;

/// The target that a test's file names in its first line: `# target: openbsd-6.1`.
public final class TargetLine {
    private static final String START = "# target: ";

    private TargetLine() {}

    /// The target named, else that of the newest release.
    public static Target of(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.startsWith(START)
                ? Target.named(line.substring(START.length())).orElseThrow()
                : Target.OPENBSD;
    }
}

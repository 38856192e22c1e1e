package vmconf.compiler.cli;

/// Whether text output is coloured.
final class Colour {
    private Colour() {}

    static boolean wanted(String when) throws UsageException {
        return switch (when) {
            case "always" -> true;
            case "never" -> false;
            case "auto" -> terminal();
            default ->
                    throw new UsageException(
                            "unknown colour setting \""
                                    + when
                                    + "\", expected auto, always or never");
        };
    }

    /// See no-color.org: any value of NO_COLOR but the empty one counts.
    private static boolean terminal() {
        String noColour = System.getenv("NO_COLOR");
        boolean allowed = noColour == null || noColour.isEmpty();
        return allowed && "1".equals(System.getenv("VMCONF_STDOUT_TTY"));
    }
}

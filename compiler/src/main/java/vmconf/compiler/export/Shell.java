package vmconf.compiler.export;

/// Words of shell scripts.
public final class Shell {
    private Shell() {}

    /// The text as one word, whatever is in it.
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// The text for a comment: in one line.
    public static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}

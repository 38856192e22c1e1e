package vmconf.compiler.export;

/// Words and comments of scripts and of a host's files.
public final class Shell {
    private Shell() {}

    /// One word of a shell, whatever is in it.
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// Text that stays in its line.
    public static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}

package vmconf.compiler.export;

/// Text of others in messages and in comments of files and scripts.
public final class OneLine {
    private OneLine() {}

    /// The same with `?` for control characters, so that it stays in its line and controls no
    /// terminal.
    public static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}

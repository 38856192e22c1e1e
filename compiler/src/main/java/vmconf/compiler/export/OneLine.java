package vmconf.compiler.export;

/// Text for comments of files and scripts.
public final class OneLine {
    private OneLine() {}

    /// The same without control characters, so that it stays in its line.
    public static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}

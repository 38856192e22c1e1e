package vmconf.compiler.report;

/// How formats for tools tell of a file that could not be read.
final class Unreadable {
    /// Stands where findings have the code of their rule.
    static final String CODE = "unreadable";

    private Unreadable() {}

    static String message(Checked.Unreadable file) {
        return "cannot be read: " + file.reason();
    }
}

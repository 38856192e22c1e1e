package vmconf.compiler.vmd;

/// Drops the statement being read; the parser goes on behind the next end of line.
final class Restart extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean printed;

    private Restart(boolean printed) {
        // Part of the normal course, so it carries no stack trace.
        super(null, null, false, false);
        this.printed = printed;
    }

    /// A token that does not fit; vmd prints `syntax error` unless it is still recovering.
    static Restart syntax() {
        return new Restart(false);
    }

    /// A value that vmd refuses; the message has been printed.
    static Restart refused() {
        return new Restart(true);
    }

    /// The message has been printed.
    boolean printed() {
        return printed;
    }
}

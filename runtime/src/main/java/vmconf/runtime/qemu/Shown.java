package vmconf.runtime.qemu;

/// What QEMU says, for a log or a terminal: it may speak for a guest that has broken out.
final class Shown {
    private static final int LONGEST = 500;

    private Shown() {}

    /// At most 500 characters, and none that controls a terminal.
    static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }
}

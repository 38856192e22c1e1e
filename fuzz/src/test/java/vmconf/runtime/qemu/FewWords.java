package vmconf.runtime.qemu;

/// What may be shown of that which QEMU says: it ends up in a log and on terminals.
final class FewWords {
    private static final int MOST = 1000;

    private FewWords() {}

    static void check(String text) {
        if (text.length() > MOST) {
            throw new AssertionError("%d characters are shown".formatted(text.length()));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a control character is shown");
        }
    }
}

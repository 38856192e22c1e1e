package vmconf.compiler.diagnostic;

/// Text with a sign in place of every character that nobody sees.
public final class Visible {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private Visible() {}

    /// Control characters but tabs and new lines become their pictures (a carriage return is `␍`),
    /// other invisible ones `<U+FEFF>`.
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(visible, c));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int c) {
        int type = Character.getType(c);
        if (c == '\t' || c == '\n' || c == ' ') {
            visible.append((char) c);
        } else if (c < ' ') {
            visible.append((char) (PICTURES + c));
        } else if (c == DELETE) {
            visible.append((char) PICTURE_OF_DELETE);
        } else if (type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SPACE_SEPARATOR
                || type == Character.SURROGATE) {
            visible.append("<U+%04X>".formatted(c));
        } else {
            visible.appendCodePoint(c);
        }
    }
}

package vmconf.source;

/// Counts the Unicode characters in front of an offset, in a time that does not grow with the text.
final class Characters {
    private static final int BLOCK = 1024;

    private final String text;

    /// Characters in front of each block; empty where every character takes one place.
    private final int[] before;

    private Characters(String text, int[] before) {
        this.text = text;
        this.before = before;
    }

    static Characters of(String text) {
        int at = 0;
        while (at < text.length() && !isSecondHalf(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return new Characters(text, new int[0]);
        }
        int[] before = new int[text.length() / BLOCK + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % BLOCK == 0) {
                before[i / BLOCK] = count;
            }
            count += isSecondHalf(text, i) ? 0 : 1;
        }
        if (text.length() % BLOCK == 0) {
            before[text.length() / BLOCK] = count;
        }
        return new Characters(text, before);
    }

    /// How many characters start in front of an offset.
    int before(int offset) {
        if (before.length == 0) {
            return offset;
        }
        int count = before[offset / BLOCK];
        for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
            count += isSecondHalf(text, i) ? 0 : 1;
        }
        return count;
    }

    private static boolean isSecondHalf(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                && at > 0
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}

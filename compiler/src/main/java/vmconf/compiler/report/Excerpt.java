package vmconf.compiler.report;

/// A stretch of a source line made fit for a terminal, and where in it a range lies.
///
/// @param indent columns before the range
/// @param width columns of the range, at least 1
record Excerpt(String text, int indent, int width) {
    private static final int TAB = 4;

    /// @param from first character of the range, counted in Unicode characters from 0
    /// @param until character behind the range
    /// @param limit longest excerpt in columns
    static Excerpt of(String line, int from, int until, int limit) {
        int[] points = line.codePoints().toArray();
        int first = from > limit - limit / 4 ? from - limit / 4 : 0;
        StringBuilder text = new StringBuilder(first > 0 ? "..." : "");
        int column = text.length();
        int start = -1;
        int end = -1;
        for (int i = first; i < points.length && column < limit; i++) {
            start = i == from ? column : start;
            end = i == until ? column : end;
            column += append(text, points[i]);
        }
        boolean cut = column >= limit;
        start = start < 0 ? column : start;
        end = end < 0 ? column : end;
        return new Excerpt(text + (cut ? "..." : ""), start, Math.max(1, end - start));
    }

    private static int append(StringBuilder text, int c) {
        if (c == '\t') {
            text.repeat(' ', TAB);
            return TAB;
        }
        text.append(TextReport.printable(Character.toString(c)));
        int type = Character.getType(c);
        boolean combining = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return combining ? 0 : isWide(c) ? 2 : 1;
    }

    /// Characters that terminals draw two columns wide (Unicode's East Asian Width, wide and
    /// fullwidth).
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}

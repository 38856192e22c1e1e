package vmconf.compiler.graph;

/// Widths of characters in thousandths of the size.
enum CharacterWidths {
    REGULAR,
    BOLD,
    /// all of one width
    FIXED,
    ;

    /// The first character of the tables; they end with the last of ASCII that is printed.
    private static final int FIRST = ' ';

    private static final int FIXED_WIDTH = 602;
    private static final int OTHERS = 610;
    private static final int WIDE = 1000;

    private static final int[] PLAIN = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667,
        667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
        667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
        556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278,
        556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };

    private static final int[] HEAVY = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722,
        722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722,
        667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556,
        611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333,
        611, 556, 778, 556, 556, 500, 389, 280, 389, 584
    };

    int of(int c) {
        int index = c - FIRST;
        if (index >= 0 && index < PLAIN.length) {
            return switch (this) {
                case REGULAR -> PLAIN[index];
                case BOLD -> HEAVY[index];
                case FIXED -> FIXED_WIDTH;
            };
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? WIDE : OTHERS;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && Character.isIdeographic(c))
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xFF01 && c <= 0xFF60)
                || c >= 0x1F000;
    }
}

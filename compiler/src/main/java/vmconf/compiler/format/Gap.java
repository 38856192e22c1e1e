package vmconf.compiler.format;

/// What stands in front of a [Piece], behind the one before it.
///
/// @param newlines how many lines end there
/// @param blank there is a space or a tab
/// @param continued a backslash joins two lines there
record Gap(int newlines, boolean blank, boolean continued) {
    static final Gap NONE = new Gap(0, false, false);
    static final Gap BLANK = new Gap(0, true, false);

    static Gap of(int newlines, boolean blank, boolean continued) {
        if (newlines > 0 || continued) {
            return new Gap(newlines, blank, continued);
        }
        return blank ? BLANK : NONE;
    }

    /// Nothing stands there.
    boolean isEmpty() {
        return newlines == 0 && !blank && !continued;
    }

    /// A joined line beside one that ends: where they break can matter to a remark, and nobody
    /// writes it on purpose.
    boolean isOdd() {
        return newlines > 0 && continued;
    }
}

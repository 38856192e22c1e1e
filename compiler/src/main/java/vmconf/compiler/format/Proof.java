package vmconf.compiler.format;

/// Holds two texts of a file to be read alike: the same words and comments in the same order, and
/// every line where it was, or was to be.
final class Proof {
    private Proof() {}

    static boolean holds(Pieces before, Breaks breaks, Pieces after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Piece one = before.get(i);
            Piece other = after.get(i);
            boolean same =
                    one.kind() == other.kind()
                            && one.type() == other.type()
                            && one.content() == other.content()
                            && one.opens() == other.opens()
                            && one.closes() == other.closes();
            boolean starts = i > 0 && breaks.startsLine(i);
            if (!same || (i > 0 && starts != other.gap().newlines() > 0)) {
                return false;
            }
        }
        return true;
    }
}

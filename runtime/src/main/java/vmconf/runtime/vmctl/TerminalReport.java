package vmconf.runtime.vmctl;

/// Knows the answers of a terminal that a guest has asked, such as where its cursor is, from what
/// is typed (ECMA-48: `ESC [`, numbers, a letter). Shells ask with every prompt.
final class TerminalReport {
    private static final int ESCAPE = 0x1b;

    /// What a byte is.
    enum Part {
        NONE,
        BEGINS,
        GOES_ON,
        ENDS,
    }

    private Part last = Part.NONE;
    private boolean introduced;

    /// Takes the next byte.
    Part take(byte each) {
        last = next(each);
        introduced = last == Part.GOES_ON;
        return last;
    }

    private Part next(byte each) {
        if (each == ESCAPE) {
            return Part.BEGINS;
        }
        if (last == Part.BEGINS) {
            return each == '[' ? Part.GOES_ON : Part.NONE;
        }
        if (!introduced) {
            return Part.NONE;
        }
        if ((each >= '0' && each <= '9') || each == ';' || each == '?' || each == '>') {
            return Part.GOES_ON;
        }
        // a cursor's place, a device's attributes, its status
        return each == 'R' || each == 'c' || each == 'n' ? Part.ENDS : Part.NONE;
    }
}

package vmconf.source;

import java.util.Optional;

/// How a stretch of text came to be read.
///
/// @param inclusion the include that brought in the file; absent for the file the user named
/// @param expansion the macro that yielded the text; absent for text that stands there itself
public record Origin(Optional<Inclusion> inclusion, Optional<Expansion> expansion) {

    /// Text that stands in the file the user named.
    public static final Origin WRITTEN = new Origin(Optional.empty(), Optional.empty());

    /// An `include` that was followed.
    ///
    /// @param at the include statement; its own origin tells how the including file came to be read
    /// @param depth how many includes lead here, from 1
    public record Inclusion(Span at, int depth) {}

    /// A use of a macro.
    ///
    /// @param macro its name
    /// @param definition its value where it was defined; absent for one from the command line
    public record Expansion(String macro, Optional<Span> definition) {}
}

package vmconf.compiler.syntax;

import java.util.Optional;
import vmconf.source.Span;

/// The macros that a scanner may expand.
public interface Macros {
    /// The macro of that name, which counts as used from now on.
    Optional<Macro> use(String name);

    /// A macro.
    ///
    /// @param definition its value where it was defined; absent for one from the command line
    record Macro(String name, String value, Optional<Span> definition) {}
}

package vmconf.compiler.expand;

import java.util.Optional;
import vmconf.compiler.syntax.Directive;

/// A macro that was defined.
///
/// @param directive where; absent for one from the command line
/// @param used it was expanded before it was defined anew
public record MacroDefinition(
        String name, String value, Optional<Directive.Macro> directive, boolean used) {}

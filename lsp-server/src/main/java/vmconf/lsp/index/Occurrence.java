package vmconf.lsp.index;

import vmconf.source.Span;

/// A place where something is named.
///
/// @param span the name alone, without quotes and without `$`; where a macro yields the name, the
///     use of the macro
/// @param statement what of the file it is part of
/// @param role what the name does there
/// @param literal the name itself stands there, not a macro that yields it
public record Occurrence(Symbol symbol, Span span, Span statement, Role role, boolean literal) {

    /// What a name does.
    public enum Role {
        /// It is given.
        DEFINITION,
        /// It is used.
        USE
    }

    public boolean isDefinition() {
        return role == Role.DEFINITION;
    }

    /// Where a caret must be to mean it: the `$` of a macro belongs to it.
    boolean covers(int offset) {
        boolean dollar = symbol.kind() == Symbol.Kind.MACRO && role == Role.USE;
        return offset >= span.start() - (dollar ? 1 : 0) && offset <= span.end();
    }
}

package vmconf.compiler.syntax;

import java.util.Optional;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// A token with the place it was written at.
///
/// @param type its type in the grammar, a constant of [VmConf]
/// @param text its value: without quotes, with continuation lines joined
/// @param quoted it was written in quotes
/// @param problem what is wrong with it; such a token stands for an unknown word
public record Token(
        int type, String text, Span span, boolean quoted, Optional<LexicalProblem> problem) {

    static Token of(int type, String text, Span span) {
        return new Token(type, text, span, false, Optional.empty());
    }

    /// The end of all input.
    public boolean isEnd() {
        return type == VmConf.EOF;
    }

    /// The end of a line.
    public boolean isNewline() {
        return type == VmConf.NL;
    }
}

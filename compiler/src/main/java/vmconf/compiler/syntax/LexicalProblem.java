package vmconf.compiler.syntax;

/// What can be wrong with a single token.
public sealed interface LexicalProblem {
    /// `$name` where no macro of that name is defined yet.
    record UndefinedMacro(String name) implements LexicalProblem {}

    /// Longer than vmd can hold.
    record TooLong(int limit) implements LexicalProblem {}

    /// The file ends inside quotes.
    record UnterminatedString() implements LexicalProblem {}

    /// A NUL byte, which ends all input for vmd.
    record NulByte(boolean quoted) implements LexicalProblem {}

    /// A character beyond ASCII outside quotes, which is reported for itself.
    record ForeignCharacter() implements LexicalProblem {}

    /// An integer beyond 64 bits.
    record NumberOutOfRange(String digits) implements LexicalProblem {}
}

package vmconf.grammar.schema;

/// An argument of a directive.
///
/// @param name its name in the syntax tree
/// @param type what may be written
/// @param optional it may be left out
/// @param of for blocks and lists: the place whose directives it holds; else empty
public record Argument(String name, Type type, boolean optional, String of) {

    /// What may be written for an argument.
    public enum Type {
        /// Adjacent words, joined.
        STRING,
        /// One word.
        WORD,
        /// An integer.
        INT,
        /// An integer or a word with a unit.
        SIZE,
        /// A user and group: an integer or a word.
        OWNER,
        /// The keyword of that name, there or not.
        FLAG,
        /// One of the keywords of the form.
        CHOICE,
        /// Directives of another place.
        BLOCK,
        /// Directives of another place, without braces.
        LIST
    }
}

package vmconf.lsp.index;

/// Something that has a name.
///
/// @param name of a file, its URI
public record Symbol(Kind kind, String name) {

    /// Sorts of named things.
    public enum Kind {
        MACRO,
        VM,
        SWITCH,
        FILE;

        /// The word for people.
        public String word() {
            return switch (this) {
                case MACRO -> "macro";
                case VM -> "vm";
                case SWITCH -> "switch";
                case FILE -> "file";
            };
        }
    }
}

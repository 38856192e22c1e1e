package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;

/// What may stand at a place of a file that is being written.
///
/// @param prefix what is there of the word so far
/// @param keywords the keywords that may stand there, in the order of the schema
/// @param arguments the sorts of arguments that may stand there
/// @param macros the macros whose value may stand there, in the order of their definition
public record Expectation(
        Prefix prefix,
        List<ExpectedKeyword> keywords,
        List<ExpectedArgument> arguments,
        List<Macros.Macro> macros) {

    public Expectation {
        keywords = List.copyOf(keywords);
        arguments = List.copyOf(arguments);
        macros = List.copyOf(macros);
    }

    /// Nothing may stand there, or nothing is known: in a comment, behind a mistake.
    static Expectation nothing(int offset) {
        Prefix none = new Prefix(offset, "", Style.BARE);
        return new Expectation(none, List.of(), List.of(), List.of());
    }

    /// How the word before the caret is written.
    public enum Style {
        /// Without quotes; maybe nothing yet.
        BARE,
        /// Behind an opening `"`.
        DOUBLE_QUOTES,
        /// Behind an opening `'`.
        SINGLE_QUOTES,
        /// Behind `$`.
        MACRO
    }

    /// The part of a word that stands before the caret.
    ///
    /// @param start offset of its first character, behind the quote or the `$`
    /// @param text its value so far
    public record Prefix(int start, String text, Style style) {}

    /// A keyword that may stand there.
    ///
    /// @param starts it is the first word of its directive
    /// @param directive the directive that it belongs to
    public record ExpectedKeyword(
            Keyword keyword, boolean starts, Optional<DirectiveInfo> directive) {}

    /// Sorts of arguments for which there are known values.
    public enum ExpectedArgument {
        /// The name of a switch.
        SWITCH,
        /// A virtual machine of which the new one is an instance.
        PARENT,
        /// The format of a disk image.
        DISK_FORMAT,
        /// The name of a firmware.
        FIRMWARE,
        /// A size of memory.
        MEMORY,
        /// A number of processors; an integer.
        CPUS,
        /// The path of a file to include.
        INCLUDE,
        /// The path of a disk image.
        DISK,
        /// The path of an ISO image.
        ISO,
        /// The path of a kernel or firmware.
        KERNEL,
        /// The path of any other file.
        FILE,
        /// A user, a group or both.
        OWNER,
        /// A bridge of the host.
        BRIDGE,
        /// An interface group.
        GROUP,
        /// A routing domain; an integer.
        RDOMAIN,
        /// The name of an interface of the host.
        TAP,
        /// A MAC address.
        LLADDR,
        /// An IPv4 network.
        NETWORK;

        /// It is a number, which cannot be quoted.
        public boolean isInteger() {
            return this == CPUS || this == RDOMAIN;
        }
    }
}

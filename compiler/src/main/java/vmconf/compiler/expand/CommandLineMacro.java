package vmconf.compiler.expand;

import java.util.Optional;

/// A macro given as `-D NAME=VALUE`.
public record CommandLineMacro(String name, String value) {

    /// Splits at the last `=`, as vmd does; nothing without one.
    public static Optional<CommandLineMacro> parse(String argument) {
        int equals = argument.lastIndexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(
                        new CommandLineMacro(
                                argument.substring(0, equals), argument.substring(equals + 1)));
    }
}

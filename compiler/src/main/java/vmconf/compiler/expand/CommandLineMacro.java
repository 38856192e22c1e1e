package vmconf.compiler.expand;

import java.util.Optional;

/// A macro given as `-D NAME=VALUE`, or by a project for all its files.
///
/// @param shared of a project: nobody minds when a file does not use it
public record CommandLineMacro(String name, String value, boolean shared) {

    /// One of the command line.
    public CommandLineMacro(String name, String value) {
        this(name, value, false);
    }

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

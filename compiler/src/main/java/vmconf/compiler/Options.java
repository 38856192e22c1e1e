package vmconf.compiler;

import java.util.List;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;

/// How a file is compiled.
///
/// @param macros macros of the command line; no file can change them
/// @param seed decides the MAC addresses that the file does not give
public record Options(Target target, List<CommandLineMacro> macros, String seed) {

    /// The seed where nobody gives one: plans of one file are alike on every machine.
    public static final String DEFAULT_SEED = "vmconf";

    public Options {
        macros = List.copyOf(macros);
    }

    /// For a target, without macros.
    public static Options forTarget(Target target) {
        return new Options(target, List.of(), DEFAULT_SEED);
    }
}

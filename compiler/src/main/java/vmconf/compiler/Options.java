package vmconf.compiler;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.rule.RuleSettings;

/// How a file is compiled.
///
/// @param macros macros of the command line; no file can change them
/// @param seed decides the MAC addresses that the file does not give
/// @param rules how bad the findings of rules are
/// @param host the host to look at; absent: none, so that a file can be checked anywhere
public record Options(
        Target target,
        List<CommandLineMacro> macros,
        String seed,
        RuleSettings rules,
        Optional<HostFacts> host) {

    /// The seed where nobody gives one: plans of one file are alike on every machine.
    public static final String DEFAULT_SEED = "vmconf";

    public Options {
        macros = List.copyOf(macros);
    }

    /// With every rule as it is.
    public Options(Target target, List<CommandLineMacro> macros, String seed) {
        this(target, macros, seed, RuleSettings.DEFAULT, Optional.empty());
    }

    /// For a target, without macros.
    public static Options forTarget(Target target) {
        return new Options(target, List.of(), DEFAULT_SEED);
    }
}

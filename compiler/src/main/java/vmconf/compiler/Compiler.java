package vmconf.compiler;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.lower.Lowering;
import vmconf.compiler.rule.Rules;
import vmconf.plan.Plan;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// From a vm.conf to its plan.
public final class Compiler {
    private Compiler() {}

    /// Reads, checks and lowers a file. Nothing throws for bad input.
    ///
    /// @param sources where included files come from
    public static Compilation compile(SourceFile file, Sources sources, Options options) {
        return lowered(check(file, sources, options), options, Lowering::plan);
    }

    /// Like [#compile]; the plan says of each value where it came from.
    public static Compilation compileWithProvenance(
            SourceFile file, Sources sources, Options options) {
        return lowered(check(file, sources, options), options, Lowering::planWithProvenance);
    }

    private static Compilation lowered(
            Compilation checked, Options options, BiFunction<Config, String, Plan> lowering) {
        Optional<Plan> plan =
                checked.accepted()
                        ? Optional.of(lowering.apply(checked.config(), options.seed()))
                        : Optional.empty();
        return new Compilation(checked.config(), plan, checked.diagnostics());
    }

    /// Reads and checks a file without making its plan.
    public static Compilation check(SourceFile file, Sources sources, Options options) {
        Config config = read(file, sources, options);
        return new Compilation(config, Optional.empty(), judge(config, options));
    }

    /// Reads a file and what it includes, without a judgement.
    public static Config read(SourceFile file, Sources sources, Options options) {
        return Expander.expand(file, sources, options.target(), options.macros());
    }

    /// What is to be said about a file that was read.
    public static List<Diagnostic> judge(Config config, Options options) {
        return options.host().isPresent()
                ? Rules.check(config, options.rules(), options.host().get())
                : Rules.check(config, options.rules());
    }

    /// The plan of a file without errors; it says of each value where it came from.
    public static Plan plan(Config config, Options options) {
        return Lowering.planWithProvenance(config, options.seed());
    }

    /// Every rule, in the order of the codes.
    public static List<RuleInfo> rules() {
        return Rules.infos();
    }

    /// The rule of that code.
    public static Optional<RuleInfo> explain(String code) {
        return Rules.explain(code);
    }

    static boolean accepted(List<Diagnostic> diagnostics) {
        return diagnostics.stream().noneMatch(each -> each.severity() == Severity.ERROR);
    }
}

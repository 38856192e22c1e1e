package vmconf.compiler.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.report.Checked;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.LinuxHost;
import vmconf.compiler.vmd.Mode;
import vmconf.compiler.vmd.Verdict;
import vmconf.source.Sources;

/// `vmconf check --as-vmd`: what vmd says of one file.
final class VmdCheck implements Function<String, Outcome> {
    private final List<CommandLineMacro> macros;
    private final Mode mode;

    VmdCheck(List<CommandLineMacro> macros, Mode mode) {
        this.macros = macros;
        this.mode = mode;
    }

    @Override
    public Outcome apply(String file) {
        Verdict verdict = verdict(file);
        return Outcome.of(new Checked.AsVmd(file, verdict.accept(), verdict.stderr()));
    }

    Verdict verdict(String name) {
        return switch (Inputs.disk().read(name)) {
            case Sources.Answer.Found(var file) ->
                    Judge.judge(file, Inputs.disk(), new LinuxHost(Path.of("")), macros, mode);
            case Sources.Answer.Refused(var reason) -> Verdict.unopened(name, reason, mode);
        };
    }
}

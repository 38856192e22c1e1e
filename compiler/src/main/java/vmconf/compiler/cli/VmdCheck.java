package vmconf.compiler.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.report.Checked;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.LinuxHost;
import vmconf.compiler.vmd.Verdict;
import vmconf.source.Sources;

/// `vmconf check --as-vmd`: what `vmd -n` says of one file.
final class VmdCheck implements Function<String, Checked> {
    private final List<CommandLineMacro> macros;

    VmdCheck(List<CommandLineMacro> macros) {
        this.macros = macros;
    }

    @Override
    public Checked apply(String file) {
        Verdict verdict = verdict(file);
        return new Checked.AsVmd(file, verdict.accept(), verdict.stderr());
    }

    private Verdict verdict(String name) {
        return switch (Inputs.disk().read(name)) {
            case Sources.Answer.Found(var file) ->
                    Judge.judge(file, Inputs.disk(), new LinuxHost(Path.of("")), macros);
            case Sources.Answer.Refused(var reason) -> Verdict.unopened(name, reason);
        };
    }
}

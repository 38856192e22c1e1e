package vmconf.compiler.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.JsonReport;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.LinuxHost;
import vmconf.compiler.vmd.Verdict;
import vmconf.source.Sources;

/// `vmconf check --as-vmd`: what `vmd -n` says, each file on its own.
final class VmdCheck {
    private final List<CommandLineMacro> macros;
    private final boolean json;
    private final Vmconf.Streams streams;

    VmdCheck(List<CommandLineMacro> macros, boolean json, Vmconf.Streams streams) {
        this.macros = macros;
        this.json = json;
        this.streams = streams;
    }

    int run(List<String> files) {
        List<JsonReport.Checked> checked = new ArrayList<>();
        int status = Command.OK;
        for (String file : files) {
            Verdict verdict = verdict(file);
            status = verdict.accept() ? status : Command.ERRORS;
            if (!json) {
                streams.err().print(verdict.stderr());
            }
            checked.add(
                    new JsonReport.Checked(
                            file, verdict.accept(), Optional.of(verdict.stderr()), List.of()));
        }
        if (json) {
            streams.out().print(JsonReport.of(checked));
        }
        return status;
    }

    private Verdict verdict(String name) {
        return switch (Inputs.disk().read(name)) {
            case Sources.Answer.Found(var file) ->
                    Judge.judge(file, Inputs.disk(), new LinuxHost(Path.of("")), macros);
            case Sources.Answer.Refused(var reason) -> Verdict.unopened(name, reason);
        };
    }
}

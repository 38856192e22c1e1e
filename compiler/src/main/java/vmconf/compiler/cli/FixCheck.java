package vmconf.compiler.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import vmconf.compiler.Options;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.project.ProjectException;
import vmconf.compiler.report.Checked;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Fixes one file and what it includes, or shows what would be fixed, and gives what is left to
/// say.
final class FixCheck implements Function<String, Outcome> {
    private final CommandLine line;
    private final CheckOptions options;
    private final Vmconf.Streams streams;
    private final Set<String> shown = new HashSet<>();
    private int fixes;

    FixCheck(CommandLine line, CheckOptions options, Vmconf.Streams streams) {
        this.line = line;
        this.options = options;
        this.streams = streams;
    }

    @Override
    public Outcome apply(String operand) {
        try {
            return switch (Inputs.read(operand, line, streams)) {
                case Sources.Answer.Refused(var reason) -> trouble(operand, reason);
                case Sources.Answer.Found(var file) ->
                        fix(operand, file, options.files().of(operand));
            };
        } catch (ProjectException | Rewrite.RewriteException e) {
            return trouble(operand, String.valueOf(e.getMessage()));
        }
    }

    /// How many fixes were made, or would be.
    int fixes() {
        return fixes;
    }

    private Outcome fix(String operand, SourceFile file, Options compiler)
            throws Rewrite.RewriteException {
        boolean unsafe = options.fixing() == Fixing.ALL;
        Fixer.Fixed fixed = Fixer.fix(file, Inputs.disk(), compiler, unsafe);
        fixes += fixed.fixes();
        if (options.diff()) {
            new Changes(operand, file, unseen(fixed.changes())).show(options.colour(), streams);
        } else {
            new Changes(operand, file, fixed.changes()).write(streams);
        }
        return new Outcome(
                new Checked.Judged(file.name(), fixed.rest().diagnostics()),
                options.verbosity() > 0 ? FilesRead.of(fixed.rest().config()) : List.of());
    }

    private List<Fixer.Change> unseen(List<Fixer.Change> changes) {
        return changes.stream().filter(each -> shown.add(each.after().name())).toList();
    }

    private static Outcome trouble(String operand, String reason) {
        return Outcome.unreadable(operand, reason, operand + ": " + reason);
    }
}

package vmconf.compiler.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import vmconf.compiler.Options;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.fix.UnifiedDiff;
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
            fixed.changes().forEach(this::show);
        } else {
            write(operand, file, fixed);
        }
        return new Outcome(
                new Checked.Judged(file.name(), fixed.rest().diagnostics()),
                options.verbosity() > 0 ? FilesRead.of(fixed.rest().config()) : List.of());
    }

    private void show(Fixer.Change change) {
        if (shown.add(change.after().name())) {
            streams.out().print(UnifiedDiff.of(change.before(), change.after(), options.colour()));
        }
    }

    /// Standard input is answered on standard output, changed or not.
    private void write(String operand, SourceFile file, Fixer.Fixed fixed)
            throws Rewrite.RewriteException {
        SourceFile answer = file;
        try (Rewrite rewrite = new Rewrite()) {
            for (Fixer.Change change : fixed.changes()) {
                String name = change.after().name();
                if (operand.equals("-") && name.equals(file.name())) {
                    answer = change.after();
                } else {
                    rewrite.add(
                            name, Optional.of(change.before().encode()), change.after().encode());
                }
            }
            rewrite.commit();
        }
        if (operand.equals("-")) {
            byte[] bytes = answer.encode();
            streams.out().write(bytes, 0, bytes.length);
        }
    }

    private static Outcome trouble(String operand, String reason) {
        return Outcome.unreadable(operand, reason, operand + ": " + reason);
    }
}

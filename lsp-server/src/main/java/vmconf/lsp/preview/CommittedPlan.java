package vmconf.lsp.preview;

import java.nio.file.Path;
import java.util.Optional;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.git.Revision;
import vmconf.lsp.workspace.Analysis;
import vmconf.plan.PlanYaml;
import vmconf.source.Sources;

/// The plan of a root as it was committed, with the files that it included then.
public final class CommittedPlan {
    private CommittedPlan() {}

    /// In place of a plan that cannot be had, comments say why.
    ///
    /// @param revision as git names it, such as `HEAD`
    public static PlanView of(Analysis analysis, String revision) {
        return PlanView.view(analysis, text(analysis, revision));
    }

    private static String text(Analysis analysis, String revision) {
        Optional<Path> root = analysis.root().path();
        Optional<Path> folder = root.map(Path::getParent);
        if (root.isEmpty() || folder.isEmpty()) {
            return PlanView.comment("this text is no file yet, so nothing of it is committed");
        }
        String object = revision + ":./" + root.get().getFileName();
        Optional<Revision> committed = Revision.of(object, folder.get());
        if (committed.isEmpty()) {
            return PlanView.comment("\"" + revision + "\" is no revision");
        }
        return switch (committed.get().top(object)) {
            case Sources.Answer.Refused(var reason) -> PlanView.comment(reason);
            case Sources.Answer.Found(var file) ->
                    text(
                            Compiler.compile(
                                    file, includes(analysis, committed.get()), analysis.options()));
        };
    }

    /// Files are where the server finds them now, but say what they said then.
    private static Sources includes(Analysis analysis, Revision committed) {
        return path -> committed.read(analysis.included(path).map(Path::toString).orElse(path));
    }

    private static String text(Compilation compiled) {
        return compiled.plan()
                .map(PlanYaml::toYaml)
                .orElseGet(
                        () ->
                                PlanView.errors(
                                        compiled.config().file().name(), compiled.diagnostics()));
    }
}

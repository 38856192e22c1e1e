package vmconf.lsp.edits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.Severity;
import vmconf.lsp.workspace.Analysis;
import vmconf.plan.Plan;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Tries edits of a root in memory: they must bring no error and, where there is a plan, leave it
/// as it is.
final class Trial {
    private final Analysis root;
    private final UnaryOperator<Plan> ignoring;

    Trial(Analysis root) {
        this(root, plan -> plan);
    }

    /// @param ignoring takes what may differ out of a plan
    Trial(Analysis root, UnaryOperator<Plan> ignoring) {
        this.root = root;
        this.ignoring = ignoring;
    }

    boolean holds(List<Fix.Edit> edits) {
        Map<String, SourceFile> texts = Fix.Edit.apply(edits);
        SourceFile top = root.config().file();
        Sources before = root.again();
        Compilation after =
                Compiler.compile(
                        texts.getOrDefault(top.name(), top),
                        path ->
                                texts.containsKey(path)
                                        ? new Sources.Answer.Found(texts.getOrDefault(path, top))
                                        : before.read(path),
                        root.options());
        Optional<Plan> plan = root.plan().map(Plan::withoutProvenance).map(ignoring);
        return errors(after.diagnostics()) <= errors(root.findings())
                && plan.equals(after.plan().map(ignoring));
    }

    private static long errors(List<Diagnostic> findings) {
        return findings.stream().filter(each -> each.severity() == Severity.ERROR).count();
    }
}

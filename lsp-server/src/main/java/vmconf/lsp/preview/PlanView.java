package vmconf.lsp.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.why.Question;
import vmconf.compiler.why.WhyText;
import vmconf.lsp.workspace.Analysis;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;

/// The plan of a root, or of one of its VMs, as YAML. In a file without a plan, comments say why.
///
/// @param root URI of the root
/// @param name of the root, for people
/// @param target what it was compiled for
/// @param text a YAML document in every case
public record PlanView(String root, String name, String target, String text) {
    /// As many errors are told of a file that has no plan.
    private static final int MOST_ERRORS = 20;

    /// The whole plan.
    public static PlanView of(Analysis analysis) {
        String text =
                analysis.plan()
                        .map(plan -> PlanYaml.toYaml(plan.withoutProvenance()))
                        .orElseGet(() -> errors(analysis.name(), analysis.findings()));
        return view(analysis, text);
    }

    /// One VM, with where each of its values came from.
    public static PlanView of(Analysis analysis, String vm) {
        Optional<Plan> plan = analysis.plan();
        String text =
                plan.isEmpty()
                        ? errors(analysis.name(), analysis.findings())
                        : plan.get().vmNamed(vm).isEmpty()
                                ? "# there is no VM \"" + vm + "\"\n"
                                : vm(plan.get(), vm);
        return view(analysis, text);
    }

    static PlanView view(Analysis analysis, String text) {
        return new PlanView(
                analysis.root().uri(), analysis.name(), analysis.options().target().word(), text);
    }

    private static String vm(Plan plan, String name) {
        Plan alone = plan.withoutProvenance().with(List.of(), plan.vmNamed(name).stream().toList());
        String yaml = PlanYaml.toYaml(alone);
        String block = yaml.substring(yaml.indexOf("\nvms:") + 1);
        return new Question(plan).ask(List.of(name)) instanceof Question.Answer.Found found
                ? block + "\n# where this comes from\n#\n" + comment(WhyText.of(plan, found, false))
                : block;
    }

    /// Why there is no plan, as comments.
    static String errors(String name, List<Diagnostic> findings) {
        List<Diagnostic> errors =
                findings.stream().filter(each -> each.severity() == Severity.ERROR).toList();
        return "# "
                + name
                + " has errors, so it has no plan\n#\n"
                + errors.stream()
                        .limit(MOST_ERRORS)
                        .map(each -> comment(line(each)))
                        .collect(Collectors.joining())
                + (errors.size() > MOST_ERRORS
                        ? "# and %d more\n".formatted(errors.size() - MOST_ERRORS)
                        : "");
    }

    private static String line(Diagnostic error) {
        return error.span() + ": " + error.message();
    }

    static String comment(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "#\n" : "# " + line + "\n")
                .collect(Collectors.joining());
    }
}

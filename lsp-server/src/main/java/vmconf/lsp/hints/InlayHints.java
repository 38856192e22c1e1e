package vmconf.lsp.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.workspace.Question;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.PlanValue;
import vmconf.plan.Vm;

/// Values that nobody wrote and that hold all the same: memory after defaults and parents, MAC and
/// address of an interface.
public final class InlayHints {
    private final Question question;
    private final int from;
    private final int until;
    private final List<InlayHint> hints = new ArrayList<>();

    private InlayHints(Question question, Range range) {
        this.question = question;
        this.from = question.text().offset(range.getStart());
        this.until = question.text().offset(range.getEnd());
    }

    /// Those of a range of the document; none in a file with errors, or when the user wants none.
    public static List<InlayHint> of(Question question, Range range) {
        if (!question.view().snapshot().preferences().hints()) {
            return List.of();
        }
        InlayHints hints = new InlayHints(question, range);
        question.analysis().plan().ifPresent(hints::add);
        return hints.hints;
    }

    private void add(Plan plan) {
        question.config()
                .vms()
                .filter(vm -> question.holds(vm.span()))
                .filter(vm -> vm.span().start() <= until && vm.span().end() >= from)
                .forEach(vm -> plan.vmNamed(vm.name().text()).ifPresent(made -> add(vm, made)));
    }

    private void add(Directive.Vm written, Vm made) {
        if (Blocks.last(written.options(), Directive.Memory.class).isEmpty()) {
            int open = written.span().text().indexOf('{');
            String memory = new PlanValue("", "memory", String.valueOf(made.memory())).shown();
            String why = written.parent().isPresent() ? "taken over" : "the default";
            if (open >= 0) {
                add(written.span().start() + open + 1, "memory " + memory, why);
            }
        }
        int index = 0;
        for (Directive.InVm each : written.options()) {
            if (each instanceof Directive.Interface nic) {
                if (index < made.interfaces().size()) {
                    add(nic, made.interfaces().get(index));
                }
                index++;
            }
        }
    }

    private void add(Directive.Interface written, Interface made) {
        int end = written.span().end();
        boolean address =
                Blocks.last(written.options(), Directive.Lladdr.class)
                        .flatMap(Directive.Lladdr::address)
                        .isPresent();
        List<String> parts = new ArrayList<>();
        if (!address) {
            parts.add(made.lladdr());
        }
        made.local().ifPresent(local -> parts.add(local.guest()));
        if (!parts.isEmpty()) {
            Optional<String> why = made.local().map(local -> "the host is " + local.host());
            add(end, String.join(" ", parts), why.orElse("derived from the name of the machine"));
        }
    }

    private void add(int offset, String label, String tooltip) {
        if (offset < from || offset > until) {
            return;
        }
        InlayHint hint = new InlayHint(question.text().position(offset), Either.forLeft(label));
        hint.setPaddingLeft(true);
        hint.setTooltip(tooltip);
        hints.add(hint);
    }
}

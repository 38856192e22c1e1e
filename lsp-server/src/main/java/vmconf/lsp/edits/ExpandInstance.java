package vmconf.lsp.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.PlanValue;
import vmconf.plan.Vm;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Makes an instance a VM of its own: what it takes over from its parent is written down, but for
/// MAC addresses, of which it gets its own.
final class ExpandInstance {
    private final Place place;
    private final Question question;

    ExpandInstance(Place place) {
        this.place = place;
        this.question = place.question();
    }

    /// Nothing where there is no instance, or where its own block could not say the same.
    Optional<CodeAction> action() {
        return place.statement()
                .filter(Directive.Vm.class::isInstance)
                .map(Directive.Vm.class::cast)
                .filter(vm -> vm.parent().isPresent())
                .flatMap(
                        vm ->
                                question.analysis()
                                        .plan()
                                        .flatMap(plan -> plan.vmNamed(vm.name().text()))
                                        .flatMap(made -> edits(vm, made)))
                .filter(this::isRight)
                .map(
                        edits -> {
                            FileEdits all = new FileEdits();
                            edits.forEach(each -> all.add(question.analysis(), each));
                            return place.action(
                                    "expand instance", CodeActionKind.RefactorRewrite, all);
                        });
    }

    private boolean isRight(List<Fix.Edit> edits) {
        return new Trial(question.analysis(), ExpandInstance::withoutParents).holds(edits);
    }

    private static Plan withoutParents(Plan plan) {
        List<Vm> vms =
                plan.vms().stream()
                        .map(
                                vm ->
                                        new Vm(
                                                vm.id(),
                                                vm.name(),
                                                vm.enabled(),
                                                vm.start(),
                                                Optional.empty(),
                                                vm.memory(),
                                                vm.cpus(),
                                                vm.boot(),
                                                vm.disks(),
                                                vm.cdrom(),
                                                vm.interfaces().stream()
                                                        .map(ExpandInstance::withoutAddress)
                                                        .toList(),
                                                vm.owner(),
                                                vm.allowInstance(),
                                                vm.sev(),
                                                vm.seves()))
                        .toList();
        return plan.with(plan.switches(), vms);
    }

    private static Interface withoutAddress(Interface nic) {
        return new Interface(
                nic.tap(),
                "",
                nic.lockedLladdr(),
                nic.switchName(),
                nic.group(),
                nic.rdomain(),
                nic.up(),
                nic.local());
    }

    private Optional<List<Fix.Edit>> edits(Directive.Vm vm, Vm made) {
        SourceFile file = question.file();
        int start = vm.span().start();
        Optional<Written> open =
                place.words().stream()
                        .filter(each -> each.start() >= start)
                        .filter(each -> each.kind() == Written.Kind.OPEN)
                        .findFirst();
        Optional<String> name = Spelling.quoted(made.name());
        if (open.isEmpty() || name.isEmpty() || open.get().end() > vm.span().end()) {
            return Optional.empty();
        }
        StringBuilder header = new StringBuilder("vm ").append(name.get()).append(" {");
        for (String line : inherited(vm, made)) {
            header.append("\n\t").append(line);
        }
        boolean more = !file.text().startsWith("\n", open.get().end());
        return Optional.of(
                List.of(
                        new Fix.Edit(
                                Span.of(file, start, open.get().end()),
                                header + (more ? "\n\t" : ""))));
    }

    private static List<String> inherited(Directive.Vm vm, Vm made) {
        List<String> lines = new ArrayList<>();
        if (Blocks.last(vm.options(), Directive.Memory.class).isEmpty()
                && made.memory() != Vm.DEFAULT_MEMORY) {
            lines.add(
                    "memory " + new PlanValue("", "memory", String.valueOf(made.memory())).shown());
        }
        if (Blocks.last(vm.options(), Directive.Cpus.class).isEmpty() && made.cpus() != 1) {
            lines.add("cpus " + made.cpus());
        }
        if (Blocks.last(vm.options(), Directive.Cdrom.class).isEmpty()) {
            made.cdrom().flatMap(Spelling::quoted).ifPresent(path -> lines.add("cdrom " + path));
        }
        long written = vm.options().stream().filter(Directive.Interface.class::isInstance).count();
        made.interfaces().stream().skip(written).map(ExpandInstance::nic).forEach(lines::add);
        return lines;
    }

    private static String nic(Interface nic) {
        List<String> options = new ArrayList<>();
        nic.switchName().flatMap(Spelling::quoted).ifPresent(name -> options.add("switch " + name));
        nic.group().flatMap(Spelling::quoted).ifPresent(name -> options.add("group " + name));
        nic.rdomain().ifPresent(number -> options.add("rdomain " + number));
        if (!nic.up()) {
            options.add("down");
        }
        if (nic.lockedLladdr()) {
            options.add("locked lladdr");
        }
        String name = nic.tap().equals("tap") ? "" : " " + nic.tap();
        return (nic.local().isPresent() ? "local interface" : "interface")
                + name
                + (options.isEmpty() ? "" : " { " + String.join(" ", options) + " }");
    }
}

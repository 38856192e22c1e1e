package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Instance;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An instance on a disk of its parent.
final class ParentDisk implements Rule {
    private static final int MOST = 4;
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM213",
                            Severity.ERROR,
                            "instance uses a disk of its parent",
                            "An instance needs a disk of its own; vmd refuses it with \"cannot be reused\".",
                            """
                    vm "base" {
                        disable
                        disk "/var/vm/base.img"
                    }
                    vm "base" instance "a" {
                        disk "/var/vm/base.img"
                    }
                    """,
                            """
                    vm "base" {
                        disable
                        disk "/var/vm/base.img"
                    }
                    vm "base" instance "a" {
                        disk "/var/vm/a.img"
                    }
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Instance instance : config.instances()) {
            for (Word path : paths(instance.vm())) {
                for (Word other : paths(instance.parent())) {
                    if (path.text().equals(other.text())) {
                        findings.add(finding(path, other));
                        break;
                    }
                }
            }
        }
        return findings.stream();
    }

    /// A VM can have no more than four, so no more are compared.
    private static List<Word> paths(Directive.Vm vm) {
        List<Word> paths = new ArrayList<>(MOST);
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Disk disk && paths.size() < MOST) {
                paths.add(disk.path());
            }
        }
        paths.removeIf(path -> !path.known() || path.text().isEmpty());
        return paths;
    }

    private static Diagnostic finding(Word path, Word other) {
        return INFO.at(path.span(), "disk \"%s\" is the parent's".formatted(path.text()))
                .with(other.span(), "the parent uses it here")
                .withHelp("give the instance an image of its own, such as a copy of this one");
    }
}

package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// More disks than a VM can have.
final class TooManyDisks implements Rule {
    private static final int MOST = 4;
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM402",
                    Severity.ERROR,
                    "too many disks",
                    "A VM has at most 4 disks.",
                    """
                    vm "a" {
                        disk "/var/vm/1.img"
                        disk "/var/vm/2.img"
                        disk "/var/vm/3.img"
                        disk "/var/vm/4.img"
                        disk "/var/vm/5.img"
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/1.img"
                        disk "/var/vm/2.img"
                        disk "/var/vm/3.img"
                        disk "/var/vm/4.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Settings.firstBehind(MOST, Directive.Disk.class, config, TooManyDisks::finding);
    }

    private static Diagnostic finding(Directive.Vm vm, Directive.Disk excess) {
        return INFO.at(
                excess.span(),
                "VM \"%s\" has more than %d disks".formatted(vm.name().text(), MOST));
    }
}

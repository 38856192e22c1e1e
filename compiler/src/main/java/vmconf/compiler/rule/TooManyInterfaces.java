package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// More interfaces than a VM can have.
final class TooManyInterfaces implements Rule {
    private static final int MOST = 4;
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM403",
                    Severity.ERROR,
                    "too many interfaces",
                    "A VM has at most 4 interfaces.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface
                        local interface
                        local interface
                        local interface
                        local interface
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interfaces 4
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Settings.firstBehind(
                MOST, Directive.Interface.class, config, TooManyInterfaces::finding);
    }

    private static Diagnostic finding(Directive.Vm vm, Directive.Interface excess) {
        return INFO.at(
                excess.span(),
                "VM \"%s\" has more than %d interfaces".formatted(vm.name().text(), MOST));
    }
}

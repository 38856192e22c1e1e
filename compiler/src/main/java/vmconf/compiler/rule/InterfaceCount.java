package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// `interfaces N` beside `interface` lines.
final class InterfaceCount implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM223",
                    Severity.WARNING,
                    "number of interfaces beside the interfaces",
                    "A VM has as many interfaces as it describes, or as \"interfaces\" says if that is more; the others are connected to nothing.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interfaces 1
                        local interface
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofVms(Directive.Interfaces.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        Trouble trouble = Trouble.of(config);
        return config.vms()
                .filter(vm -> !trouble.in(vm.span()))
                .flatMap(vm -> finding(vm).stream());
    }

    private static Optional<Diagnostic> finding(Directive.Vm vm) {
        long described = Settings.interfaces(vm).count();
        return Blocks.last(vm.options(), Directive.Interfaces.class)
                .filter(counted -> described > 0 && isPossible(counted.count()))
                .map(counted -> finding(counted, described));
    }

    private static Diagnostic finding(Directive.Interfaces counted, long described) {
        long count = Long.parseLong(counted.count().text());
        boolean idle = count <= described;
        long more = count - described;
        String message =
                idle
                        ? "\"interfaces %d\" has no effect: %s described"
                                .formatted(count, are(described))
                        : "\"interfaces %d\" adds %s to the %d described"
                                .formatted(count, unconnected(more), described);
        return INFO.at(counted.span(), message)
                .withFix(Removal.of("remove \"interfaces\"", idle, counted.span()));
    }

    private static boolean isPossible(Word count) {
        return count.known() && Range.of("interfaces").contains(Long.parseLong(count.text()));
    }

    private static String unconnected(long number) {
        return number == 1 ? "1 unconnected interface" : number + " unconnected interfaces";
    }

    private static String are(long number) {
        return number == 1 ? "1 is" : number + " are";
    }
}

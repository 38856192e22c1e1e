package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An instance of a VM that is not defined above it.
final class UnknownParent implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM203",
                    Severity.ERROR,
                    "parent of an instance is unknown",
                    "An instance copies settings of its parent, which must be defined further up.",
                    """
                    vm "base" instance "a" {
                        disk "/var/vm/a.img"
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
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (allKnown(config)) {
            return Stream.empty();
        }
        Set<String> above = new LinkedHashSet<>();
        NearNames near = new NearNames();
        Map<String, Word> names = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            if (vm.parent().isPresent() && isUnknown(vm.parent().get(), above)) {
                fill(names, config);
                findings.add(finding(vm.parent().get(), names, above, near));
            }
            above.add(vm.name().text());
        }
        return findings.stream();
    }

    /// Every VM with a parent is an instance of it.
    private static boolean allKnown(Config config) {
        int children = 0;
        for (Directive.Vm vm : config.vms().toList()) {
            children += vm.parent().isPresent() ? 1 : 0;
        }
        return children == config.instances().size();
    }

    private static boolean isUnknown(Word parent, Set<String> above) {
        return parent.known() && !parent.text().isEmpty() && !above.contains(parent.text());
    }

    /// Where every VM is defined; looked up only when a parent is missing.
    private static void fill(Map<String, Word> names, Config config) {
        if (names.isEmpty()) {
            config.vms().forEach(vm -> names.putIfAbsent(vm.name().text(), vm.name()));
        }
    }

    private static Diagnostic finding(
            Word parent, Map<String, Word> names, Set<String> above, NearNames near) {
        Word later = names.get(parent.text());
        return later == null
                ? undefined(parent, near.nearest(parent.text(), above))
                : belated(parent, later);
    }

    private static Diagnostic belated(Word parent, Word later) {
        return INFO.at(
                        parent.span(),
                        "parent \"%s\" is defined further down".formatted(parent.text()))
                .with(later.span(), "defined here")
                .withHelp("move the parent above its instances");
    }

    private static Diagnostic undefined(Word parent, Optional<String> near) {
        return INFO.at(parent.span(), "parent \"%s\" is not defined".formatted(parent.text()))
                .withHelp(near.map("did you mean \"%s\"?"::formatted))
                .withFix(near.flatMap(name -> Replacement.of(parent, name)));
    }
}

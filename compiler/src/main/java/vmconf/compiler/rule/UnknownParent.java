package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Suggestion;
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
        if (config.vms().allMatch(vm -> vm.parent().isEmpty())) {
            return Stream.empty();
        }
        Map<String, Word> later = new LinkedHashMap<>();
        config.vms().forEach(vm -> later.putIfAbsent(vm.name().text(), vm.name()));
        Map<String, Word> above = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        config.vms()
                .forEach(
                        vm -> {
                            vm.parent()
                                    .filter(parent -> parent.known() && !parent.text().isEmpty())
                                    .filter(parent -> !above.containsKey(parent.text()))
                                    .ifPresent(
                                            parent -> findings.add(finding(parent, above, later)));
                            above.putIfAbsent(vm.name().text(), vm.name());
                        });
        return findings.stream();
    }

    private static Diagnostic finding(
            Word parent, Map<String, Word> above, Map<String, Word> anywhere) {
        Word later = anywhere.get(parent.text());
        if (later != null) {
            return INFO.at(
                            parent.span(),
                            "parent \"%s\" is defined further down".formatted(parent.text()))
                    .with(later.span(), "defined here")
                    .withHelp("move the parent above its instances");
        }
        Optional<String> near = Suggestion.nearest(parent.text(), above.keySet().stream());
        return INFO.at(parent.span(), "parent \"%s\" is not defined".formatted(parent.text()))
                .withHelp(near.map("did you mean \"%s\"?"::formatted));
    }
}

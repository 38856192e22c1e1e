package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Two switches of one name.
final class RepeatedSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM217",
                    Severity.WARNING,
                    "switch is defined twice",
                    "Interfaces join the first one; the second is never found.",
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    switch "uplink" {
                        interface bridge1
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """,
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    switch "lan" {
                        interface bridge1
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                        interface { switch "lan" }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// A disabled one is as if it were not there.
    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.switches().limit(2).count() < 2) {
            return Stream.empty();
        }
        Map<String, Word> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        config.switches()
                .filter(each -> each.name().known() && Blocks.enabled(each.options()))
                .forEach(
                        each -> {
                            Word other = first.putIfAbsent(each.name().text(), each.name());
                            if (other != null && !other.span().startsWith(each.name().span())) {
                                findings.add(finding(each, other));
                            }
                        });
        return findings.stream();
    }

    private static Diagnostic finding(Directive.Switch again, Word first) {
        return INFO.at(
                        again.name().span(),
                        "switch \"%s\" is defined twice".formatted(first.text()))
                .with(first.span(), "first defined here")
                .withFix(Fix.removeLines("remove the second switch", false, again.span()));
    }
}

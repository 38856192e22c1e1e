package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Two switches on one bridge.
final class SharedBridge implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM220",
                    Severity.NOTE,
                    "two switches share a bridge",
                    "Their members are on one network; only the options of the switches differ.",
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    switch "guests" {
                        interface bridge0
                        group "guests"
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                        interface { switch "guests" }
                    }
                    """,
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    switch "guests" {
                        interface bridge1
                        group "guests"
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                        interface { switch "guests" }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.switches().limit(2).count() < 2) {
            return Stream.empty();
        }
        Map<String, Directive.Switch> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        config.switches()
                .filter(each -> Blocks.enabled(each.options()))
                .forEach(
                        each ->
                                bridge(each)
                                        .flatMap(bridge -> finding(each, bridge, first))
                                        .ifPresent(findings::add));
        return findings.stream();
    }

    private static Optional<Word> bridge(Directive.Switch each) {
        return Blocks.last(each.options(), Directive.SwitchInterface.class)
                .map(Directive.SwitchInterface::bridge)
                .filter(Word::known);
    }

    /// Two of one name are another matter.
    private static Optional<Diagnostic> finding(
            Directive.Switch each, Word bridge, Map<String, Directive.Switch> first) {
        return Optional.ofNullable(first.putIfAbsent(bridge.text(), each))
                .map(Directive.Switch::name)
                .filter(other -> !other.text().equals(each.name().text()))
                .map(
                        other ->
                                INFO.at(
                                                bridge.span(),
                                                "\"%s\" is the bridge of switch \"%s\" too"
                                                        .formatted(bridge.text(), other.text()))
                                        .with(other.span(), "the other switch"));
    }
}

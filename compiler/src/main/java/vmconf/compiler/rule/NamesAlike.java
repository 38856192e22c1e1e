package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Two VMs whose names differ in capitals alone.
final class NamesAlike implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM315",
                    Severity.NOTE,
                    "VM names differ in capitals alone",
                    "vmd tells them apart; people, and file systems that hold their images, may not.",
                    """
                    vm "web" {
                        disk "/var/vm/web.img"
                    }
                    vm "Web" {
                        disk "/var/vm/other.img"
                    }
                    """,
                    """
                    vm "web" {
                        disk "/var/vm/web.img"
                    }
                    vm "web2" {
                        disk "/var/vm/other.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Directive.Vm> vms = config.vms().toList();
        if (vms.size() < 2) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        Map<String, Word> names = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Directive.Vm vm : vms) {
            Word name = vm.name();
            if (!seen.add(name.text())) {
                continue;
            }
            Word first = names.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
            if (first != null) {
                findings.add(
                        INFO.at(
                                        name.span(),
                                        "VM names \"%s\" and \"%s\" differ in capitals alone"
                                                .formatted(first.text(), name.text()))
                                .with(first.span(), "defined here"));
            }
        }
        return findings.stream();
    }
}

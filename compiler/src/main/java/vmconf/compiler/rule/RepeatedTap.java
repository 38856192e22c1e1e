package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// One tap for two interfaces.
final class RepeatedTap implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM222",
                            Severity.ERROR,
                            "tap is given to two interfaces",
                            "A tap belongs to one running guest; the second one does not start.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface tap0
                    }
                    vm "b" {
                        disk "/var/vm/b.img"
                        local interface tap0
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface tap0
                    }
                    vm "b" {
                        disk "/var/vm/b.img"
                        local interface tap1
                    }
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// Names any free tap.
    private static final String ANY = "tap";

    /// An interface with a name, and the VM it belongs to.
    private record Named(Directive.Vm vm, Directive.Interface nic, Word name) {}

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Named> taps = taps(config);
        if (taps.size() < 2) {
            return Stream.empty();
        }
        Set<String> children = children(config);
        Map<String, Named> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Named each : taps) {
            Named other = first.putIfAbsent(each.name().text(), each);
            if (other != null && !children.contains(pair(each.vm(), other.vm()))) {
                findings.add(finding(each, other));
            }
        }
        return findings.stream();
    }

    private static List<Named> taps(Config config) {
        List<Named> taps = new ArrayList<>();
        for (Directive.Vm vm : Settings.vms(config).toList()) {
            for (Directive.InVm option : vm.options()) {
                if (option instanceof Directive.Interface nic
                        && nic.name().isPresent()
                        && isCertainTap(nic.name().get())) {
                    taps.add(new Named(vm, nic, nic.name().get()));
                }
            }
        }
        return taps;
    }

    private static boolean isCertainTap(Word name) {
        return name.known() && !name.text().equals(ANY) && HostNames.isTap(name.text());
    }

    /// Parents and instances with one name are refused for another reason by vmd.
    private static Set<String> children(Config config) {
        Set<String> pairs = new HashSet<>();
        if (!config.target().isNative()) {
            config.instances().forEach(each -> pairs.add(pair(each.vm(), each.parent())));
        }
        return pairs;
    }

    private static String pair(Directive.Vm child, Directive.Vm parent) {
        return child.name().text() + "\n" + parent.name().text();
    }

    private static Diagnostic finding(Named again, Named first) {
        String tap = again.name().text();
        return INFO.at(again.name().span(), "\"%s\" is given to two interfaces".formatted(tap))
                .with(first.name().span(), "first given here")
                .withHelp("without a name, any free tap is taken")
                .withFix(
                        new InterfaceText(again.nic())
                                .withoutName("leave the name \"%s\" out".formatted(tap), false));
    }
}

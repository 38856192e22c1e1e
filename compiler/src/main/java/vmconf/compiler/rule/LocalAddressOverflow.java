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
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.LocalAddresses;

/// A local interface whose address does not fit into the local prefix.
final class LocalAddressOverflow implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM404",
                    Severity.ERROR,
                    "local prefix has no address left",
                    "Addresses are derived from the machine's number; vmd wraps around and gives two machines one address.",
                    """
                    # target: openbsd-7.3
                    local prefix 10.0.0.0/24
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface
                    }
                    """,
                    """
                    # target: openbsd-7.3
                    local prefix 10.0.0.0/16
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
        Ipv4Prefix prefix =
                LocalAddresses.prefix(
                        config.all(Directive.LocalPrefix.class).map(each -> each.prefix().text()),
                        config.target().has(Feature.STRICT_LOCAL_PREFIX));
        if (LocalAddresses.fits(prefix, (int) config.vms().count())) {
            return Stream.empty();
        }
        Map<String, Integer> ids = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Integer first = ids.putIfAbsent(vm.name().text(), ids.size() + 1);
            if (!LocalAddresses.fits(prefix, first == null ? ids.size() : first)) {
                firstLocal(vm).map(nic -> finding(vm, nic, prefix)).ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    private static Optional<Directive.Interface> firstLocal(Directive.Vm vm) {
        return Settings.interfaces(vm).filter(Directive.Interface::local).findFirst();
    }

    private static Diagnostic finding(Directive.Vm vm, Directive.Interface nic, Ipv4Prefix prefix) {
        return INFO.at(
                        nic.span(),
                        "no address for VM \"%s\" in %s".formatted(vm.name().text(), prefix))
                .withHelp("choose a shorter local prefix");
    }
}

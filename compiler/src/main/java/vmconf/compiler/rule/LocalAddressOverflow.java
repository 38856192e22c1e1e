package vmconf.compiler.rule;

import java.util.LinkedHashMap;
import java.util.Map;
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
                    example("10.0.0.0/16"),
                    example("10.0.0.0/15"));

    private static String example(String prefix) {
        StringBuilder text = new StringBuilder("local prefix ").append(prefix).append('\n');
        for (int i = 1; i <= 256; i++) {
            text.append("vm \"v").append(i).append("\" {\n    disk \"/var/vm/v").append(i);
            text.append(".img\"\n    local interface\n}\n");
        }
        return text.toString();
    }

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
        Map<String, Integer> ids = new LinkedHashMap<>();
        config.vms().forEach(vm -> ids.putIfAbsent(vm.name().text(), ids.size() + 1));
        return config.vms()
                .flatMap(
                        vm ->
                                Settings.interfaces(vm)
                                        .filter(Directive.Interface::local)
                                        .limit(1)
                                        .filter(
                                                nic ->
                                                        !LocalAddresses.fits(
                                                                prefix,
                                                                ids.getOrDefault(
                                                                        vm.name().text(), 1)))
                                        .map(
                                                nic ->
                                                        INFO.at(
                                                                        nic.span(),
                                                                        "no address for VM \"%s\" in %s"
                                                                                .formatted(
                                                                                        vm.name()
                                                                                                .text(),
                                                                                        prefix))
                                                                .withHelp(
                                                                        "choose a shorter local prefix")));
    }
}

package vmconf.compiler.export.libvirt;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.export.Names;
import vmconf.plan.Plan;
import vmconf.plan.Switch;

/// What libvirt calls the networks: as vm.conf calls its switches, unless a name has characters
/// that are none of a file's name.
final class NetworkNames {
    private static final String LOCAL = "vmconf-local";

    private final Map<String, String> switches = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final String local;

    NetworkNames(Plan plan) {
        plan.switches().stream()
                .filter(Switch::enabled)
                .map(Switch::name)
                .filter(Names::isPlain)
                .forEach(name -> switches.computeIfAbsent(name, this::free));
        plan.switches().stream()
                .filter(Switch::enabled)
                .map(Switch::name)
                .forEach(name -> switches.computeIfAbsent(name, this::free));
        local = free(LOCAL);
    }

    private String free(String wanted) {
        String plain = Names.isPlain(wanted) ? wanted : "switch-" + replaced(wanted);
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "-" + i;
        }
        return name;
    }

    private static String replaced(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(Names.isPlain(c) ? (char) c : '-'));
        return plain.toString();
    }

    /// The network of an enabled switch, if there is one of that name.
    Optional<String> of(String switchName) {
        return Optional.ofNullable(switches.get(switchName));
    }

    /// The network of local interfaces.
    String local() {
        return local;
    }
}

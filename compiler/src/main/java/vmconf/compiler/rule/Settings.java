package vmconf.compiler.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// Picks directives out of blocks.
final class Settings {
    private Settings() {}

    /// All directives of one kind, in the order of the text.
    static <T extends Directive> Stream<T> all(List<? extends Directive> options, Class<T> kind) {
        return options.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The first directive of one kind that has so many others in front of it.
    static <T extends Directive> Optional<T> behind(
            int others, List<? extends Directive> options, Class<T> kind) {
        int count = 0;
        for (Directive option : options) {
            if (kind.isInstance(option) && count++ == others) {
                return Optional.of(kind.cast(option));
            }
        }
        return Optional.empty();
    }

    /// The VMs that exist: vmd passes over another one of the same name.
    static Stream<Directive.Vm> vms(Config config) {
        if (config.vmsHaveOwnNames()) {
            return config.vms();
        }
        Set<String> names = new HashSet<>();
        return config.vms().filter(vm -> names.add(vm.name().text()));
    }

    static Stream<Directive.Interface> interfaces(Directive.Vm vm) {
        return all(vm.options(), Directive.Interface.class);
    }
}

package vmconf.compiler.rule;

import java.util.List;
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

    static Stream<Directive.Interface> interfaces(Directive.Vm vm) {
        return all(vm.options(), Directive.Interface.class);
    }

    /// All options of one kind in `vm` blocks.
    static <T extends Directive> Stream<T> ofVms(Config config, Class<T> kind) {
        return config.vms().flatMap(vm -> all(vm.options(), kind));
    }

    /// All options of one kind in `switch` blocks and of interfaces.
    static <T extends Directive> Stream<T> ofLinks(Config config, Class<T> kind) {
        return Stream.concat(
                config.switches().flatMap(each -> all(each.options(), kind)),
                config.vms()
                        .flatMap(Settings::interfaces)
                        .flatMap(nic -> all(nic.options(), kind)));
    }
}

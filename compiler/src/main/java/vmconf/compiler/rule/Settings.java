package vmconf.compiler.rule;

import java.util.List;
import java.util.stream.Stream;
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

    /// The last of `enable` and `disable` is `disable`.
    static boolean disabled(List<? extends Directive> options) {
        return options.stream()
                .filter(
                        each ->
                                each instanceof Directive.Enable
                                        || each instanceof Directive.Disable)
                .reduce((first, second) -> second)
                .map(Directive.Disable.class::isInstance)
                .orElse(false);
    }

    /// The options of every switch and of every interface.
    static Stream<Directive> linkOptions(vmconf.compiler.expand.Config config) {
        return config.statements().stream()
                .flatMap(
                        statement ->
                                switch (statement) {
                                    case Directive.Switch each -> each.options().stream();
                                    case Directive.Vm vm ->
                                            interfaces(vm).flatMap(nic -> nic.options().stream());
                                    default -> Stream.<Directive>of();
                                });
    }
}

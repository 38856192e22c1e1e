package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// Picks directives out of blocks.
final class Settings {
    private Settings() {}

    /// All directives of one kind, in the order of the text.
    static <T extends Directive> Stream<T> all(List<? extends Directive> options, Class<T> kind) {
        return options.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// What is said of each VM with more directives of one kind than it may have, at the first of
    /// those that are too many.
    static <T extends Directive> Stream<Diagnostic> firstBehind(
            int most,
            Class<T> kind,
            Config config,
            BiFunction<Directive.Vm, T, Diagnostic> finding) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            // Few blocks are long enough to be counted.
            if (vm.options().size() > most) {
                behind(most, vm.options(), kind)
                        .ifPresent(each -> findings.add(finding.apply(vm, each)));
            }
        }
        return findings.stream();
    }

    private static <T extends Directive> Optional<T> behind(
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

package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.source.Span;

/// A directive that may stand only once in its block.
final class RepeatedDirective implements Rule {
    /// Longest block in which each directive is compared with each.
    private static final int MOST_COMPARED = 16;

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM401",
                    Severity.ERROR,
                    "directive is repeated",
                    "vmd refuses the second one.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 512M
                        memory 1G
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 1G
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            if (repeats(vm.options())) {
                check(vm.options(), findings);
            }
        }
        return findings.stream();
    }

    /// Finds out without a map, as hardly any block repeats a directive that is not a disk or an
    /// interface.
    private static boolean repeats(List<Directive.InVm> options) {
        if (options.size() > MOST_COMPARED) {
            return true;
        }
        for (int i = 1; i < options.size(); i++) {
            Class<?> kind = options.get(i).getClass();
            for (int j = 0; j < i; j++) {
                if (options.get(j).getClass() == kind) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void check(List<Directive.InVm> options, List<Diagnostic> findings) {
        Map<Class<?>, Span> first = new HashMap<>();
        for (Directive.InVm option : options) {
            if (isNothing(option)) {
                continue;
            }
            Span other = first.putIfAbsent(option.getClass(), option.span());
            if (other != null) {
                once(option)
                        .map(name -> finding(name, option.span(), other))
                        .ifPresent(findings::add);
            }
        }
    }

    private static Diagnostic finding(String name, Span again, Span first) {
        return INFO.at(again, "\"%s\" is given more than once".formatted(name))
                .with(first, "first given here")
                .withFix(removed(again, first));
    }

    /// The name of a directive that the schema allows once.
    private static Optional<String> once(Directive option) {
        return Optional.ofNullable(DirectiveKinds.ALL.get(option.getClass()))
                .filter(info -> info.repeat().equals("error"))
                .map(DirectiveInfo::name);
    }

    /// Two that say the same; of others nobody knows which one is meant.
    private static Optional<Fix> removed(Span repeated, Span first) {
        return repeated.text().equals(first.text())
                ? Fix.removeLines("remove the repetition", true, repeated)
                : Optional.empty();
    }

    /// vmd does not count an empty cdrom or zero interfaces.
    private static boolean isNothing(Directive.InVm option) {
        boolean noCdrom =
                option instanceof Directive.Cdrom cdrom
                        && cdrom.path().known()
                        && cdrom.path().text().isEmpty();
        return noCdrom
                || (option instanceof Directive.Interfaces interfaces
                        && interfaces.count().text().matches("-?0+"));
    }
}

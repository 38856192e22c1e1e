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
import vmconf.compiler.rule.Addresses.Written;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// One MAC address for two interfaces.
final class RepeatedMacAddress implements Rule {
    private static final int OCTET = 0xff;
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM208",
                            Severity.ERROR,
                            "MAC address is given twice",
                            "On one network, frames for either of the guests reach only one of them, and not always the same one.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                local interface { lladdr fe:e1:ba:d0:00:01 }
                            }
                            vm "b" {
                                disk "/var/vm/b.img"
                                local interface { lladdr fe:e1:ba:d0:00:01 }
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                local interface { lladdr fe:e1:ba:d0:00:01 }
                            }
                            vm "b" {
                                disk "/var/vm/b.img"
                                local interface { lladdr fe:e1:ba:d0:00:02 }
                            }
                            """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (allDiffer(config)) {
            return Stream.empty();
        }
        Map<Long, Word> first = new HashMap<>();
        List<Written> repeated = new ArrayList<>();
        Settings.vms(config)
                .forEach(
                        vm -> {
                            for (Directive.InVm option : vm.options()) {
                                if (option instanceof Directive.Interface nic) {
                                    Addresses.of(nic)
                                            .filter(each -> isTaken(each, first))
                                            .ifPresent(repeated::add);
                                }
                            }
                        });
        return repeated.stream().map(each -> finding(each, first));
    }

    /// Finds out without a map, as hardly any file gives an address twice.
    private static boolean allDiffer(Config config) {
        long[] sorted =
                Addresses.written(config)
                        .mapToLong(each -> each.address().bits())
                        .sorted()
                        .toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTaken(Written each, Map<Long, Word> first) {
        return first.putIfAbsent(each.address().bits(), each.word()) != null;
    }

    private static Diagnostic finding(Written again, Map<Long, Word> first) {
        Word word = again.word();
        Diagnostic finding =
                INFO.at(word.span(), "MAC address \"%s\" is given twice".formatted(word.text()));
        return Optional.ofNullable(first.get(again.address().bits()))
                .map(other -> finding.with(other.span(), "first given here"))
                .orElse(finding)
                .withFix(next(again, first));
    }

    /// The next address that differs in the last octet only.
    private static Optional<Fix> next(Written again, Map<Long, Word> taken) {
        long bits = again.address().bits();
        for (int step = 1; step <= OCTET; step++) {
            long next = (bits & ~OCTET) | ((bits + step) & OCTET);
            if (!taken.containsKey(next)) {
                return Replacement.of(again.word(), new MacAddress(next).toString());
            }
        }
        return Optional.empty();
    }
}

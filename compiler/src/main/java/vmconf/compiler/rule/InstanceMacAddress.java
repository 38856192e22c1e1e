package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.rule.Addresses.Written;
import vmconf.compiler.rule.Inheritance.Slot;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.value.MacAddress;

/// An instance with a MAC address of its own.
final class InstanceMacAddress implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM211",
                            Severity.ERROR,
                            "instance with a MAC address of its own",
                            "vmd's check is the wrong way round: it refuses every address but the parent's, with \"lladdr cannot be reused\".",
                            """
                            vm "base" {
                                disable
                                disk "/var/vm/base.img"
                                local interface
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                                local interface { lladdr fe:e1:ba:d0:00:01 }
                            }
                            """,
                            """
                            vm "base" {
                                disable
                                disk "/var/vm/base.img"
                                local interface
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                                local interface
                            }
                            """)
                    .onlyOpenbsd()
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofLinks(Directive.Lladdr.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        Inheritance.of(config).forEach(instance -> check(instance, findings));
        return findings.stream();
    }

    /// A parent without interfaces has nothing to compare with.
    private static void check(Inheritance instance, List<Diagnostic> findings) {
        if (instance.ofParent().isEmpty()) {
            return;
        }
        for (int i = 0; i < instance.own(); i++) {
            Optional<Written> own = written(instance.slots().get(i));
            if (own.isPresent() && !own.map(Written::address).equals(ofParent(instance, i))) {
                findings.add(finding(instance, own.get()));
            }
        }
    }

    private static Optional<MacAddress> ofParent(Inheritance instance, int index) {
        return index < instance.ofParent().size()
                ? written(instance.ofParent().get(index)).map(Written::address)
                : Optional.empty();
    }

    private static Optional<Written> written(Slot slot) {
        return slot.written().flatMap(Addresses::of);
    }

    private static Diagnostic finding(Inheritance instance, Written address) {
        return INFO.at(
                        address.word().span(),
                        "vmd refuses the address \"%s\" in an instance"
                                .formatted(address.word().text()))
                .with(instance.parent().name().span(), "the parent is defined here")
                .withHelp("leave the address out, or describe the machine without a parent")
                .withFix(
                        Fix.replace(
                                "leave the address out",
                                false,
                                Removal.withBlanksBefore(address.word().span()),
                                ""));
    }
}

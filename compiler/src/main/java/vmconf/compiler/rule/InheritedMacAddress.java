package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.rule.Inheritance.Slot;
import vmconf.compiler.syntax.Directive;

/// An instance whose interface on a switch has the MAC address of another VM's.
final class InheritedMacAddress implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM212",
                            Severity.WARNING,
                            "instance takes over a MAC address",
                            "vmd copies the address with the interface, although vm.conf(5) says otherwise; so the switch has two members with one address.",
                            """
                            switch "uplink" {
                                interface bridge0
                            }
                            vm "base" {
                                disk "/var/vm/base.img"
                                interface { switch "uplink" }
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            switch "uplink" {
                                interface bridge0
                            }
                            vm "base" {
                                disk "/var/vm/base.img"
                                interface { switch "uplink" }
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                                interface { switch "uplink" }
                            }
                            """)
                    .onlyOpenbsd();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// One that is disabled and has a single instance shares its address with nobody.
    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofLinks(Directive.InterfaceSwitch.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        Set<String> taken = new HashSet<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Inheritance instance : Inheritance.of(config)) {
            Optional<Directive.Interface> copied = copied(instance);
            if (copied.isEmpty()) {
                continue;
            }
            boolean again = !taken.add(instance.parent().name().text());
            if (again || Blocks.enabled(instance.parent().options())) {
                findings.add(finding(instance, copied.get()));
            }
        }
        return findings.stream();
    }

    /// The first interface taken over that joins a switch; one with a name is refused anyway.
    private static Optional<Directive.Interface> copied(Inheritance instance) {
        for (Slot slot : instance.takenOver()) {
            Optional<Directive.Interface> nic = slot.written();
            if (nic.isPresent()
                    && nic.get().name().isEmpty()
                    && Blocks.last(nic.get().options(), Directive.InterfaceSwitch.class)
                            .isPresent()) {
                return nic;
            }
        }
        return Optional.empty();
    }

    private static Diagnostic finding(Inheritance instance, Directive.Interface nic) {
        return INFO.at(
                        instance.parentWord().span(),
                        "instance \"%s\" takes over an interface with its MAC address"
                                .formatted(instance.vm().name().text()))
                .with(nic.span(), "the interface of the parent")
                .withHelp("describe the interface in the instance")
                .withFix(fix(instance));
    }

    private static Optional<Fix> fix(Inheritance instance) {
        boolean counted =
                Blocks.last(instance.vm().options(), Directive.Interfaces.class).isPresent();
        List<Optional<String>> lines =
                instance.takenOver().stream().map(InheritedMacAddress::line).toList();
        return counted || lines.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : AddedLine.fix(
                        "describe the interface in the instance",
                        false,
                        instance.vm().options(),
                        lines.stream().flatMap(Optional::stream).toList());
    }

    /// The same interface without name and address; nothing where macros yield part of it.
    private static Optional<String> line(Slot slot) {
        if (slot.written().isEmpty()) {
            return Optional.of("interface");
        }
        Directive.Interface nic = slot.written().get();
        StringBuilder line = new StringBuilder(nic.local() ? "local interface" : "interface");
        String separator = " { ";
        for (Directive.InInterface option : nic.options()) {
            boolean plain =
                    option.span().origin().expansion().isEmpty()
                            && option.span().text().indexOf('\n') < 0
                            && !(option instanceof Directive.Broken);
            if (!plain) {
                return Optional.empty();
            }
            String text = text(option);
            line.append(text.isEmpty() ? "" : separator + text);
            separator = text.isEmpty() ? separator : " ";
        }
        return Optional.of(line + (separator.equals(" ") ? " }" : ""));
    }

    private static String text(Directive.InInterface option) {
        return option instanceof Directive.Lladdr(_, var locked, _)
                ? locked ? "locked lladdr" : ""
                : option.span().text();
    }
}

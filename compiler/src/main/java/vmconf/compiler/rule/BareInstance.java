package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Instance;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MemorySize;

/// An instance that gives nothing that makes a machine.
final class BareInstance implements Rule {
    private static final String STANDARD = "512M";
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM215",
                            Severity.ERROR,
                            "instance has no device of its own",
                            "vmd looks at the options of the instance alone and refuses one without disk, cdrom, interface, memory or boot image: \"no devices\".",
                            """
                    vm "base" {
                        disable
                        cdrom "/var/vm/install.iso"
                    }
                    vm "base" instance "a" {
                        enable
                    }
                    """,
                            """
                    vm "base" {
                        disable
                        cdrom "/var/vm/install.iso"
                    }
                    vm "base" instance "a" {
                        enable
                        memory 1G
                    }
                    """)
                    .onNative(Severity.NOTE)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Trouble trouble = Trouble.of(config);
        IdentityHashMap<Directive.Vm, Optional<Word>> sizes = new IdentityHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Instance each : config.instances()) {
            Optional<Word> size = own(each.vm()).or(() -> taken(each.parent(), sizes));
            sizes.put(each.vm(), size);
            if (!trouble.in(each.vm().span())
                    && each.vm().options().stream().noneMatch(BareInstance::counts)) {
                findings.add(finding(each.vm(), size));
            }
        }
        return findings.stream();
    }

    private static Optional<Word> own(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Memory.class).map(Directive.Memory::size);
    }

    /// What a VM has; of instances that is known by then.
    private static Optional<Word> taken(
            Directive.Vm vm, IdentityHashMap<Directive.Vm, Optional<Word>> sizes) {
        Optional<Word> known = sizes.get(vm);
        return known == null ? own(vm) : known;
    }

    /// @param memory what the instance takes over; absent: the standard
    private static Diagnostic finding(Directive.Vm vm, Optional<Word> memory) {
        return INFO.at(
                        vm.name().span(),
                        "instance \"%s\" has no device of its own".formatted(vm.name().text()))
                .withHelp("give it a disk, or repeat a setting")
                .withFix(fix(vm, memory));
    }

    /// It may as well lack a disk.
    private static Optional<Fix> fix(Directive.Vm vm, Optional<Word> size) {
        String memory = size.map(Word::text).orElse(STANDARD);
        boolean valid =
                size.isEmpty() || MemorySize.of(memory, size.get().isInteger()).value().isPresent();
        return valid
                ? AddedLine.fix(
                        "repeat the parent's memory: %s".formatted(memory),
                        false,
                        vm.options(),
                        List.of("memory " + memory))
                : Optional.empty();
    }

    private static boolean counts(Directive.InVm option) {
        return !(option instanceof Directive.Enable
                || option instanceof Directive.Disable
                || option instanceof Directive.Owner
                || option instanceof Directive.AllowInstance
                || option instanceof Directive.BootDevice
                || option instanceof Directive.Sev
                || option instanceof Directive.Seves);
    }
}

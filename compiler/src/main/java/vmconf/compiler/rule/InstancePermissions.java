package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// An instance that says what its own instances may do.
final class InstancePermissions implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM214",
                            Severity.ERROR,
                            "instance changes permissions",
                            "Who may set what in instances is up to the first parent; vmd refuses flags in an instance, apart from the owner.",
                            """
                    vm "base" {
                        disable
                        disk "/var/vm/base.img"
                        allow instance { instance, memory }
                    }
                    vm "base" instance "a" {
                        disk "/var/vm/a.img"
                        allow instance memory
                    }
                    """,
                            """
                    vm "base" {
                        disable
                        disk "/var/vm/base.img"
                        allow instance { instance, memory }
                    }
                    vm "base" instance "a" {
                        disk "/var/vm/a.img"
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
        if (config.ofVms(Directive.AllowInstance.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        return config.instances().stream()
                .flatMap(
                        instance ->
                                Settings.all(
                                        instance.vm().options(), Directive.AllowInstance.class))
                .filter(allow -> allow.flags().stream().anyMatch(InstancePermissions::refused))
                .map(InstancePermissions::finding);
    }

    private static boolean refused(Directive.InInstanceFlag flag) {
        return !(flag instanceof Directive.AllowOwner) && !(flag instanceof Directive.Broken);
    }

    private static Diagnostic finding(Directive.AllowInstance allow) {
        return INFO.at(allow.span(), "an instance cannot change permissions of instances")
                .withHelp("set them in the parent")
                .withFix(fix(allow));
    }

    private static Optional<Fix> fix(Directive.AllowInstance allow) {
        return allow.flags().stream().allMatch(InstancePermissions::refused)
                ? Removal.of("remove the permissions", false, allow.span())
                : Optional.empty();
    }
}

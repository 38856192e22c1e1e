package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An instance that takes over a named interface of its parent, or gives one the same name.
final class NamedParentInterface implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM209",
                            Severity.ERROR,
                            "instance takes over the name of an interface",
                            "vmd copies the name with the interface and then refuses it: \"cannot be reused\".",
                            """
                            vm "base" {
                                disable
                                disk "/var/vm/base.img"
                                local interface tap3
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
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
        if (config.instances().isEmpty()
                || config.ofVms(Directive.Interface.class).allMatch(nic -> nic.name().isEmpty())) {
            return Stream.empty();
        }
        return Inheritance.of(config).stream()
                .flatMap(
                        each ->
                                config.target().isNative()
                                        ? takenOver(each)
                                        : Stream.concat(takenOver(each), given(each)));
    }

    private static Stream<Diagnostic> takenOver(Inheritance instance) {
        return instance.takenOver().stream()
                .flatMap(slot -> slot.written().stream())
                .flatMap(nic -> named(nic).map(name -> takenOver(instance, nic, name)).stream())
                .limit(1);
    }

    private static Optional<Word> named(Directive.Interface nic) {
        return nic.name().filter(name -> name.known() && !name.text().isEmpty());
    }

    private static Diagnostic takenOver(Inheritance instance, Directive.Interface nic, Word name) {
        return INFO.at(
                        instance.parentWord().span(),
                        "instance \"%s\" takes over the interface \"%s\" of \"%s\""
                                .formatted(
                                        instance.vm().name().text(),
                                        name.text(),
                                        instance.parentWord().text()))
                .with(name.span(), "the interface has its name here")
                .withHelp("leave the name out there, or describe the interface in the instance")
                .withFix(
                        new InterfaceText(nic)
                                .withoutName(
                                        "leave the name \"%s\" out".formatted(name.text()), false));
    }

    /// Interfaces of its own with a name that the parent uses too.
    private static Stream<Diagnostic> given(Inheritance instance) {
        return instance.described()
                .flatMap(nic -> named(nic).stream())
                .flatMap(
                        name ->
                                instance.ofParent().stream()
                                        .flatMap(slot -> slot.written().stream())
                                        .flatMap(nic -> named(nic).stream())
                                        .filter(other -> other.text().equals(name.text()))
                                        .limit(1)
                                        .map(other -> given(name, other)));
    }

    private static Diagnostic given(Word name, Word other) {
        return INFO.at(
                        name.span(),
                        "interface \"%s\" has the name of one of the parent".formatted(name.text()))
                .with(other.span(), "the parent uses it here");
    }
}

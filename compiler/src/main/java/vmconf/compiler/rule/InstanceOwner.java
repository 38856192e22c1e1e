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
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Instance;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An instance whose owner is not that of its parent.
final class InstanceOwner implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM210",
                            Severity.ERROR,
                            "owner of an instance is not that of its parent",
                            "vmd takes over the user but not the group, and refuses an instance with another one; so a parent's group must be repeated.",
                            """
                            vm "base" {
                                disable
                                disk "/var/vm/base.img"
                                owner joe:users
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            vm "base" {
                                disable
                                disk "/var/vm/base.img"
                                owner joe:users
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                                owner joe:users
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
        if (config.ofVms(Directive.Owner.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        Trouble trouble = Trouble.of(config);
        Map<String, Account> owners = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Instance instance : config.instances()) {
            Account parent =
                    owners.computeIfAbsent(
                            instance.parent().name().text(),
                            name -> own(instance.parent(), trouble));
            Account own = own(instance.vm(), trouble);
            owners.putIfAbsent(instance.vm().name().text(), parent);
            if (parent.known() && own.known()) {
                finding(instance, own, parent).ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    private static Account own(Directive.Vm vm, Trouble trouble) {
        return trouble.in(vm.span()) ? Account.UNKNOWN : Account.of(owner(vm));
    }

    private static Optional<Word> owner(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Owner.class).map(Directive.Owner::owner);
    }

    private static Optional<Diagnostic> finding(Instance instance, Account own, Account parent) {
        Optional<String> message =
                own.otherUserThan(parent)
                        ? Optional.of(
                                "user \"%s\" is not the owner of the parent".formatted(own.user()))
                        : group(instance, own, parent);
        return message.map(
                text -> {
                    Word place = owner(instance.vm()).orElse(instance.vm().name());
                    Diagnostic finding =
                            INFO.at(place.span(), text).withFix(fix(instance, own, parent));
                    return owner(instance.parent())
                            .map(other -> finding.with(other.span(), "owner of the parent"))
                            .orElse(finding);
                });
    }

    private static Optional<String> group(Instance instance, Account own, Account parent) {
        if (!own.otherGroupThan(parent)) {
            return Optional.empty();
        }
        return Optional.of(
                own.group()
                        .map("group \"%s\" is not that of the parent"::formatted)
                        .orElse(
                                "instance \"%s\" does not repeat the group \"%s\" of its parent"
                                        .formatted(
                                                instance.vm().name().text(),
                                                parent.group().orElse(""))));
    }

    /// An instance without an owner of its own gets its parent's anyway. A number has no group.
    private static Optional<Fix> fix(Instance instance, Account own, Account parent) {
        if (own.number() || parent.number()) {
            return Optional.empty();
        }
        String user = own.otherUserThan(parent) ? parent.user() : own.user();
        String text =
                (user.equals(Account.ROOT) ? "" : user)
                        + parent.group().map(":"::concat).orElse("");
        Optional<Word> written = owner(instance.vm());
        if (written.isPresent()) {
            return text.isEmpty() ? Optional.empty() : Replacement.of(written.get(), text);
        }
        return AddedLine.fix(
                "add \"owner %s\"".formatted(text),
                true,
                instance.vm().options(),
                List.of("owner " + text));
    }
}

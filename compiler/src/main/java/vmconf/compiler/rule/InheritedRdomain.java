package vmconf.compiler.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.rule.Joins.Join;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An interface that takes the rdomain of its switch.
final class InheritedRdomain implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM219",
                            Severity.WARNING,
                            "interface does not take over the rdomain of its switch",
                            "vmd notes that there is one but not which, so the interface ends up in rdomain 0; repeat the number in the interface.",
                            """
                    switch "uplink" {
                        interface bridge0
                        rdomain 5
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """,
                            """
                    switch "uplink" {
                        interface bridge0
                        rdomain 5
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" rdomain 5 }
                    }
                    """)
                    .onNative(Severity.NOTE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.switches().noneMatch(each -> rdomain(each.options()).isPresent())) {
            return Stream.empty();
        }
        Trouble trouble = Trouble.of(config);
        return Joins.of(config).stream()
                .filter(Join::above)
                .filter(join -> rdomain(join.nic().options()).isEmpty())
                .filter(join -> !trouble.in(join.nic().span()))
                .flatMap(
                        join ->
                                rdomain(join.to().options())
                                        .filter(InheritedRdomain::isAnother)
                                        .map(number -> finding(join, number))
                                        .stream());
    }

    private static Optional<Word> rdomain(List<? extends Directive> options) {
        return Blocks.last(options, Directive.Rdomain.class).map(Directive.Rdomain::number);
    }

    /// Other than the one it ends up in, and one that exists.
    private static boolean isAnother(Word number) {
        return number.known()
                && Range.of("rdomain").contains(Long.parseLong(number.text()))
                && Long.parseLong(number.text()) != 0;
    }

    private static Diagnostic finding(Join join, Word number) {
        String option = "rdomain " + number.text();
        return INFO.at(
                        join.option().span(),
                        "the interface does not take over %s of switch \"%s\""
                                .formatted(option, join.to().name().text()))
                .with(number.span(), "given to the switch here")
                .withHelp("repeat \"%s\" in the interface".formatted(option))
                .withFix(
                        Fix.replace(
                                "add \"%s\"".formatted(option),
                                true,
                                join.option().span().after(),
                                " " + option));
    }
}

package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;

/// A MAC address of zeros, which is none.
final class ZeroMacAddress implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM207",
                    Severity.WARNING,
                    "MAC address of zeros stands for any",
                    "vmd chooses an address then, as if none had been given.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { lladdr 00:00:00:00:00:00 }
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { lladdr fe:e1:ba:d0:00:01 }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Addresses.written(config)
                .filter(each -> each.address().isZero())
                .map(each -> finding(each.word(), config.target()));
    }

    private static Diagnostic finding(Word word, Target target) {
        return INFO.at(word.span(), "the address \"%s\" stands for any".formatted(word.text()))
                .withHelp("leave it out, or write the one that the guest shall have")
                .withFix(
                        target.has(Feature.LLADDR_WITHOUT_ADDRESS)
                                ? leftOut(word)
                                : Optional.empty());
    }

    private static Optional<Fix> leftOut(Word word) {
        return Fix.replace(
                "leave the address out", true, Removal.withBlanksBefore(word.span()), "");
    }
}

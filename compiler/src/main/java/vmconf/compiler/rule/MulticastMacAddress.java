package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// A MAC address that stands for many stations.
final class MulticastMacAddress implements Rule {
    /// The lowest bit of the first octet.
    private static final long MANY = 1L << 40;

    /// The next one: an address that no maker has given.
    private static final long LOCAL = 1L << 41;

    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM206",
                            Severity.ERROR,
                            "MAC address is one of many stations",
                            "An address whose first octet is odd is for multicast; bridges drop what comes from it.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                local interface { lladdr 01:e1:ba:d0:00:01 }
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                local interface { lladdr 02:e1:ba:d0:00:01 }
                            }
                            """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Addresses.written(config)
                .filter(each -> (each.address().bits() & MANY) != 0)
                .map(each -> finding(each.word(), each.address()));
    }

    private static Diagnostic finding(Word word, MacAddress address) {
        String single = new MacAddress((address.bits() & ~MANY) | LOCAL).toString();
        return INFO.at(
                        word.span(),
                        "\"%s\" is no address of a single interface".formatted(word.text()))
                .withHelp("the first octet must be even, such as fe or 02")
                .withFix(Replacement.of(word, single));
    }
}

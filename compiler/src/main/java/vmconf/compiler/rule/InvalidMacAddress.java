package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// A MAC address that cannot be read.
final class InvalidMacAddress implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM303",
                    Severity.ERROR,
                    "MAC address is invalid",
                    "A MAC address has six hexadecimal octets with colons between them.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { lladdr fe:e1:bb:d1:00 }
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { lladdr fe:e1:ba:d0:00:01 }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.ofLinks(Directive.Lladdr.class)
                .flatMap(lladdr -> lladdr.address().stream())
                .filter(Word::known)
                .flatMap(InvalidMacAddress::finding);
    }

    private static Stream<Diagnostic> finding(Word address) {
        return MacAddress.parse(address.text()).refusal().stream()
                .map(
                        reason ->
                                INFO.at(
                                                address.span(),
                                                "invalid MAC address \"%s\": %s"
                                                        .formatted(address.text(), reason))
                                        .withHelp("write six octets, such as fe:e1:bb:d1:00:01"));
    }
}

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
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MacAddress;

/// A MAC address that cannot be read.
final class InvalidMacAddress implements Rule {
    private static final int DIGITS = 12;
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM303",
                    Severity.ERROR,
                    "MAC address is invalid",
                    "A MAC address has six hexadecimal octets with colons between them.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { lladdr fe:e1:bb:d1:00 }
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
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Lladdr lladdr : config.ofLinks(Directive.Lladdr.class).toList()) {
            if (lladdr.address().isPresent() && lladdr.address().get().known()) {
                Word address = lladdr.address().get();
                MacAddress.parse(address.text())
                        .refusal()
                        .map(reason -> finding(address, reason))
                        .ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    private static Diagnostic finding(Word address, String reason) {
        return INFO.at(
                        address.span(),
                        "invalid MAC address \"%s\": %s".formatted(address.text(), reason))
                .withHelp("write six octets, such as fe:e1:bb:d1:00:01")
                .withFix(repaired(address));
    }

    /// The ways in which others write an address: `fe-e1-…`, `fee1.bbd1.…`, without separators.
    private static Optional<Fix> repaired(Word address) {
        String[] groups = address.text().split("[-.]", -1);
        String digits = String.join("", groups);
        boolean even =
                Stream.of(groups)
                        .allMatch(group -> group.length() == digits.length() / groups.length);
        boolean hexadecimal = digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        if (digits.length() != DIGITS || !even || !hexadecimal) {
            return Optional.empty();
        }
        String text = new MacAddress(Long.parseLong(digits, 16)).toString();
        return Fix.replace("write it as " + text, true, address.span(), text);
    }
}

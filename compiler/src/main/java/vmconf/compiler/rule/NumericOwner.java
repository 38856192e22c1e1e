package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Word;

/// A number that vmd takes for the name of a user or group.
final class NumericOwner implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM256",
                    Severity.WARNING,
                    "number is taken for a name",
                    "Only a bare number alone is a user id. With a colon or in quotes vmd looks for a user or group of that name.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner 1000:1000
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner 1000
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Accounts.all(config).stream()
                .filter(owner -> !owner.isInteger())
                .flatMap(owner -> finding(owner).stream());
    }

    private static Optional<Diagnostic> finding(Word owner) {
        String user = Accounts.user(owner.text());
        String group = Accounts.group(owner.text());
        boolean number = isNumber(user);
        if (!number && !isNumber(group)) {
            return Optional.empty();
        }
        Diagnostic finding =
                INFO.at(
                        owner.span(),
                        "\"%s\" is taken for the name of a %s"
                                .formatted(number ? user : group, number ? "user" : "group"));
        return Optional.of(
                number
                        ? alone(finding.withHelp("write the user id alone, or both names"), owner)
                        : finding.withHelp(
                                "write the group's name; ids of groups are not possible"));
    }

    /// Nothing to write where a character that is not allowed makes a name of a bare number.
    private static Diagnostic alone(Diagnostic finding, Word owner) {
        String user = Accounts.user(owner.text());
        return owner.span().text().equals(user)
                ? finding
                : finding.withFix(
                        Fix.replace("write the user id alone", false, owner.span(), user));
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

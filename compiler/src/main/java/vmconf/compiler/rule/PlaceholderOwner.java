package vmconf.compiler.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Word;

/// An owner copied from documentation.
final class PlaceholderOwner implements Rule {
    private static final Set<String> PLACEHOLDERS =
            Set.of(
                    "user",
                    "username",
                    "youruser",
                    "yourusername",
                    "yourname",
                    "your_user",
                    "your-user",
                    "your_username",
                    "your-username",
                    "myuser",
                    "myusername",
                    "someuser",
                    "someone",
                    "changeme",
                    "change_me",
                    "todo",
                    "xxx",
                    "group",
                    "groupname",
                    "yourgroup",
                    "somegroup",
                    "name");

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM255",
                    Severity.WARNING,
                    "owner is a placeholder",
                    "vmd refuses a user or group that the host does not have.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner "youruser"
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner "joe"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Accounts.all(config).stream().flatMap(owner -> finding(owner).stream());
    }

    private static Optional<Diagnostic> finding(Word owner) {
        return Stream.of(Accounts.user(owner.text()), Accounts.group(owner.text()))
                .filter(PlaceholderOwner::isPlaceholder)
                .findFirst()
                .map(
                        name ->
                                INFO.at(
                                                owner.span(),
                                                "\"%s\" looks like a placeholder".formatted(name))
                                        .withHelp("name a user or group of the host"));
    }

    private static boolean isPlaceholder(String name) {
        return PLACEHOLDERS.contains(name.toLowerCase(Locale.ROOT))
                || (name.startsWith("<") && name.endsWith(">"));
    }
}

package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;

/// An owner whose user or group this host does not have.
final class UnknownAccount implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM706",
                            Severity.ERROR,
                            "user or group is unknown on this host",
                            "vmd looks names up when it reads the file, and refuses it.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner "nobody-here"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        owner root
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    UnknownAccount(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Accounts.all(config).stream()
                .filter(owner -> !owner.isInteger())
                .flatMap(
                        owner ->
                                missing(owner.text())
                                        .map(what -> INFO.at(owner.span(), what))
                                        .stream());
    }

    private Optional<String> missing(String owner) {
        String user = Accounts.user(owner);
        String group = Accounts.group(owner);
        if (!user.isEmpty() && !host.hasUser(user)) {
            return Optional.of("no user \"%s\" on this host".formatted(user));
        }
        return group.isEmpty() || host.hasGroup(group)
                ? Optional.empty()
                : Optional.of("no group \"%s\" on this host".formatted(group));
    }
}

package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// A path that no file can have.
final class InvalidPath implements Rule {
    private static final int MAX_PATH = 1023;
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM309",
                    Severity.ERROR,
                    "path is empty or too long",
                    "A path has 1 to 1023 bytes; vmd refuses the machine otherwise.",
                    """
                    vm "a" {
                        disk ""
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Disk each : config.ofVms(Directive.Disk.class).toList()) {
            check(each.path(), false, findings);
        }
        for (Directive.Boot each : config.ofVms(Directive.Boot.class).toList()) {
            check(each.path(), false, findings);
        }
        for (Directive.Kernel each : config.ofVms(Directive.Kernel.class).toList()) {
            check(each.path(), false, findings);
        }
        for (Directive.Cdrom each : config.ofVms(Directive.Cdrom.class).toList()) {
            check(each.path(), true, findings);
        }
        return findings.stream();
    }

    private static void check(Word path, boolean mayBeEmpty, List<Diagnostic> findings) {
        Optional<String> reason =
                path.text().isEmpty() && !mayBeEmpty
                        ? Optional.of("it is empty")
                        : HostNames.tooLong(path.text(), MAX_PATH);
        if (path.known() && reason.isPresent()) {
            findings.add(
                    INFO.at(
                            path.span(),
                            "invalid path \"%s\": %s".formatted(path.text(), reason.get())));
        }
    }
}

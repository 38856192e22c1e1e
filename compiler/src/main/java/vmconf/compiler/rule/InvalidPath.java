package vmconf.compiler.rule;

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
        return Stream.of(
                        config.ofVms(Directive.Disk.class)
                                .map(Directive.Disk::path)
                                .flatMap(path -> finding(path, notEmpty(path))),
                        config.ofVms(Directive.Boot.class)
                                .map(Directive.Boot::path)
                                .flatMap(path -> finding(path, notEmpty(path))),
                        kernels(config),
                        config.ofVms(Directive.Cdrom.class)
                                .map(Directive.Cdrom::path)
                                .flatMap(path -> finding(path, Optional.empty())))
                .flatMap(findings -> findings);
    }

    private static Stream<Diagnostic> kernels(Config config) {
        return config.has(Directive.Kernel.class)
                ? config.ofVms(Directive.Kernel.class)
                        .map(Directive.Kernel::path)
                        .flatMap(path -> finding(path, notEmpty(path)))
                : Stream.empty();
    }

    private static Optional<String> notEmpty(Word path) {
        return path.text().isEmpty() ? Optional.of("it is empty") : Optional.empty();
    }

    private static Stream<Diagnostic> finding(Word path, Optional<String> reason) {
        return reason.or(() -> HostNames.tooLong(path.text(), MAX_PATH)).stream()
                .filter(text -> path.known())
                .map(
                        text ->
                                INFO.at(
                                        path.span(),
                                        "invalid path \"%s\": %s".formatted(path.text(), text)));
    }
}

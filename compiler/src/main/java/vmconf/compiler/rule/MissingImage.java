package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.syntax.Word;

/// A path where this host has nothing that can be read.
final class MissingImage implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM701",
                            Severity.ERROR,
                            "image is missing on this host",
                            "The machine cannot start without it.",
                            """
                    vm "a" {
                        disk "/var/vm/missing.img"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    MissingImage(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Paths.ofImages(config).stream()
                .filter(path -> !path.text().isEmpty())
                .flatMap(this::finding);
    }

    private Stream<Diagnostic> finding(Word path) {
        return host.file(path.text()) instanceof HostFile.Missing(var reason)
                ? Stream.of(INFO.at(path.span(), "\"%s\": %s".formatted(path.text(), reason)))
                : Stream.empty();
    }
}

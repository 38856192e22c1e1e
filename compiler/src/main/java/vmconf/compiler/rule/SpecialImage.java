package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;

/// A path where this host has a directory or a device.
final class SpecialImage implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM702",
                            Severity.ERROR,
                            "image is no regular file",
                            "vmd opens regular files only.",
                            """
                    vm "a" {
                        disk "/var/vm"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    SpecialImage(HostFacts host) {
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
                .filter(path -> host.file(path.text()) instanceof HostFile.Special)
                .map(
                        path ->
                                INFO.at(
                                        path.span(),
                                        "\"%s\" is no regular file".formatted(path.text())));
    }
}

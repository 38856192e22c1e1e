package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A qcow2 image whose base is missing, or that is based on too many or on itself.
final class BrokenBackingChain implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM704",
                            Severity.ERROR,
                            "backing chain of an image is incomplete",
                            "A qcow2 image is only as whole as the images it is based on; vmd follows at most 4.",
                            """
                    vm "a" {
                        disk "/var/vm/broken.qcow2"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/q.qcow2"
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    BrokenBackingChain(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static final int MOST = 4;

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.ofVms(Directive.Disk.class)
                .map(Directive.Disk::path)
                .filter(Word::known)
                .flatMap(
                        path ->
                                broken(path.text())
                                        .map(
                                                reason ->
                                                        INFO.at(
                                                                path.span(),
                                                                "\"%s\" %s"
                                                                        .formatted(
                                                                                path.text(),
                                                                                reason)))
                                        .stream());
    }

    /// What is wrong with the chain behind an image.
    private Optional<String> broken(String path) {
        String image = path;
        for (int depth = 0; depth <= MOST; depth++) {
            switch (host.file(image)) {
                case HostFile.Regular(_, _, var qcow2) -> {
                    Optional<String> base = qcow2.flatMap(HostFile.Qcow2::backing);
                    if (base.isEmpty()) {
                        return Optional.empty();
                    }
                    image = resolved(image, base.get());
                }
                case HostFile.Missing _, HostFile.Special _ -> {
                    return depth == 0
                            ? Optional.empty()
                            : Optional.of("is based on \"%s\", which is missing".formatted(image));
                }
            }
        }
        return Optional.of("is based on more than %d images, or on itself".formatted(MOST));
    }

    /// A relative base is relative to the folder of the image.
    private static String resolved(String image, String base) {
        return base.startsWith("/") ? base : image.substring(0, image.lastIndexOf('/') + 1) + base;
    }
}

package vmconf.compiler.rule;

import java.util.OptionalLong;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A qcow2 image that may need more space than its file system has left.
final class TooLittleSpace implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                    "VM709",
                    Severity.WARNING,
                    "image can grow beyond the space left",
                    "A qcow2 image grows as the guest writes; when the space is used up the guest stops or loses data.",
                    """
                    vm "a" {
                        disk "/var/vm/huge.qcow2"
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/q.qcow2"
                    }
                    """);

    private final HostFacts host;

    TooLittleSpace(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.ofVms(Directive.Disk.class)
                .map(Directive.Disk::path)
                .filter(Word::known)
                .flatMap(this::finding);
    }

    private Stream<Diagnostic> finding(Word path) {
        OptionalLong space = host.space(path.text());
        if (space.isEmpty()
                || !(host.file(path.text()) instanceof HostFile.Regular(_, var size, var qcow2))
                || qcow2.isEmpty()) {
            return Stream.empty();
        }
        long growth = qcow2.get().size() - size;
        return growth <= space.getAsLong()
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                path.span(),
                                "\"%s\" can grow by %dM, but %dM are left"
                                        .formatted(
                                                path.text(),
                                                growth >> 20,
                                                space.getAsLong() >> 20)));
    }
}

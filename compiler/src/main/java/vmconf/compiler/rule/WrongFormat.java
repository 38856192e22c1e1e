package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A `format` that the signature of the image contradicts.
final class WrongFormat implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM703",
                            Severity.ERROR,
                            "image has another format than the one named",
                            "The guest would see the header of a qcow2 image as its disk, or the start fails.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img" format qcow2
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/q.qcow2" format qcow2
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    WrongFormat(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.ofVms(Directive.Disk.class)
                .filter(disk -> disk.path().known() && disk.format().isPresent())
                .flatMap(disk -> finding(disk, disk.format().orElseThrow()));
    }

    private Stream<Diagnostic> finding(Directive.Disk disk, Word format) {
        if (!(host.file(disk.path().text()) instanceof HostFile.Regular(_, _, var qcow2))) {
            return Stream.empty();
        }
        boolean named = format.text().equalsIgnoreCase("qcow2");
        String found = qcow2.isPresent() ? "qcow2" : "raw";
        return named == qcow2.isPresent() || !format.known()
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                        format.span(),
                                        "\"%s\" is a %s image".formatted(disk.path().text(), found))
                                .withFix(
                                        Fix.replace(
                                                "write format " + found,
                                                true,
                                                format.span(),
                                                found)));
    }
}

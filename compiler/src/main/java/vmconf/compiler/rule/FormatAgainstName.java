package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A disk whose name speaks of another format than the one given.
final class FormatAgainstName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM318",
                    Severity.WARNING,
                    "disk format contradicts the file's name",
                    "Read as raw, a qcow2 image shows the guest its own bookkeeping and is damaged by what it writes.",
                    """
                    vm "a" {
                        disk "/var/vm/a.qcow2" format raw
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.qcow2" format qcow2
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Disk disk : config.ofVms(Directive.Disk.class).toList()) {
            if (disk.format().isPresent()) {
                check(disk.path().text(), disk.format().get(), findings);
            }
        }
        return findings.stream();
    }

    private static void check(String path, Word format, List<Diagnostic> findings) {
        String file = path.toLowerCase(Locale.ROOT);
        String word = format.text().toLowerCase(Locale.ROOT);
        boolean notRaw = word.equals("raw") && file.endsWith(".qcow2");
        boolean notQcow2 = word.equals("qcow2") && file.endsWith(".raw");
        if (notRaw || notQcow2) {
            String other = notRaw ? "qcow2" : "raw";
            findings.add(
                    INFO.at(
                                    format.span(),
                                    "\"%s\" is used as %s".formatted(Paths.fileName(path), word))
                            .withHelp("leave the format out, and vmd looks into the file")
                            .withFix(Fix.replace("write " + other, false, format.span(), other)));
        }
    }
}

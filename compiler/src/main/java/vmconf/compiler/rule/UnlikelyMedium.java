package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A disk or cdrom whose file name speaks of something else.
final class UnlikelyMedium implements Rule {
    private static final Set<String> NO_IMAGES =
            Set.of(".gz", ".xz", ".bz2", ".zst", ".zip", ".vmdk", ".vdi", ".vhd", ".vhdx", ".ova");

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM319",
                    Severity.NOTE,
                    "file does not look like the medium",
                    "vmd takes any file that is not qcow2 for the bare content of a disk, and a cdrom for an ISO image.",
                    """
                    vm "a" {
                        disk "/var/iso/cd79.iso"
                    }
                    """,
                    """
                    vm "a" {
                        cdrom "/var/iso/cd79.iso"
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
            String ending = ending(disk.path().text());
            if (ending.equals(".iso")) {
                findings.add(
                        finding(disk.path(), "an ISO image, which is a cdrom")
                                .withHelp("write cdrom in place of disk"));
            } else if (NO_IMAGES.contains(ending)) {
                findings.add(
                        finding(disk.path(), "no disk image that vmd can read")
                                .withHelp("convert it to raw or qcow2 first"));
            }
        }
        for (Directive.Cdrom cdrom : config.ofVms(Directive.Cdrom.class).toList()) {
            String ending = ending(cdrom.path().text());
            if (ending.equals(".qcow2") || ending.equals(".raw") || NO_IMAGES.contains(ending)) {
                findings.add(finding(cdrom.path(), "no ISO image"));
            }
        }
        return findings.stream();
    }

    /// From the last dot on, in small letters.
    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static Diagnostic finding(Word path, String what) {
        return INFO.at(
                path.span(), "\"%s\" looks like %s".formatted(Paths.fileName(path.text()), what));
    }
}

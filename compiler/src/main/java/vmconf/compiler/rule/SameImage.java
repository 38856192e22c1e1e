package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.host.HostFile;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Enabled machines whose disks are one file by links; [SharedDisk] finds equal paths.
final class SameImage implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM705",
                            Severity.ERROR,
                            "two paths lead to one image",
                            "Two machines that write to one image destroy it.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    vm "b" {
                        disk "/var/vm/link.img"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    vm "b" {
                        disk "/var/vm/b.img"
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    SameImage(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Map<String, Word> images = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        config.vms()
                .filter(vm -> Blocks.enabled(vm.options()))
                .flatMap(vm -> Settings.all(vm.options(), Directive.Disk.class))
                .map(Directive.Disk::path)
                .filter(Word::known)
                .forEach(path -> compare(path, images, findings));
        return findings.stream();
    }

    private void compare(Word path, Map<String, Word> images, List<Diagnostic> findings) {
        if (!(host.file(path.text()) instanceof HostFile.Regular(var identity, _, _))) {
            return;
        }
        Word first = images.putIfAbsent(identity, path);
        if (first != null && !Paths.normal(first.text()).equals(Paths.normal(path.text()))) {
            findings.add(
                    INFO.at(
                                    path.span(),
                                    "\"%s\" is the same file as \"%s\""
                                            .formatted(path.text(), first.text()))
                            .with(first.span(), "first used here"));
        }
    }
}

package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.MemorySize;

/// A memory size that is no whole number of megabytes.
final class RoundedMemory implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM316",
                    Severity.WARNING,
                    "memory size is rounded down",
                    "Guests get whole megabytes; vmd drops the rest without a word.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 1.3G
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        memory 1331M
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        Set<String> exactSizes = new HashSet<>();
        for (Directive.Memory memory : config.ofVms(Directive.Memory.class).toList()) {
            Word size = memory.size();
            // Many machines, few sizes.
            boolean exact = !size.isInteger() && exactSizes.contains(size.text());
            Optional<Diagnostic> finding = exact ? Optional.empty() : finding(size);
            if (finding.isPresent()) {
                findings.add(finding.get());
            } else if (!size.isInteger()) {
                exactSizes.add(size.text());
            }
        }
        return findings.stream();
    }

    private static Optional<Diagnostic> finding(Word size) {
        if (!size.known()) {
            return Optional.empty();
        }
        MemorySize.Scan scan =
                size.isInteger()
                        ? new MemorySize.Scan.Bytes(Long.parseLong(size.text()))
                        : MemorySize.scan(size.text());
        if (!(scan instanceof MemorySize.Scan.Bytes(var bytes))
                || bytes % MemorySize.SMALLEST == 0
                || bytes < MemorySize.SMALLEST
                || bytes > MemorySize.LARGEST) {
            return Optional.empty();
        }
        String rounded = bytes / MemorySize.SMALLEST + "M";
        return Optional.of(
                INFO.at(
                                size.span(),
                                "memory size \"%s\" is rounded down to %s"
                                        .formatted(size.text(), rounded))
                        .withHelp("write " + rounded)
                        .withFix(Fix.replace("write " + rounded, true, size.span(), rounded)));
    }
}

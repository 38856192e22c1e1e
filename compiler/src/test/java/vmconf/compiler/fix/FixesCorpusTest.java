package vmconf.compiler.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.TargetLine;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// What holds of the fixes of every file in `testdata/corpus/rules` and of every rule's example.
class FixesCorpusTest {
    private static final String FOLDER = "testdata/corpus/rules";

    static List<String> names() {
        return Golden.names(FOLDER, ".conf");
    }

    private static SourceFile read(String name) {
        if (sources().read(name + ".conf") instanceof Sources.Answer.Found(SourceFile file)) {
            return file;
        }
        throw new AssertionError(name + ".conf cannot be read");
    }

    private static Sources sources() {
        return new DiskSources(Golden.root().resolve(FOLDER));
    }

    private static Options options(SourceFile file) {
        return Options.forTarget(TargetLine.of(file.text()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noFixTouchesTextThatAMacroYielded(String name) {
        SourceFile file = read(name);
        assertThat(Compiler.check(file, sources(), options(file)).diagnostics())
                .flatExtracting(finding -> finding.fix().map(Fix::edits).orElse(List.of()))
                .allSatisfy(edit -> assertThat(edit.span().origin().expansion()).isEmpty());
    }

    static List<RuleInfo> rules() {
        return Compiler.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFixOfAnExampleRemovesItsFinding(RuleInfo rule) {
        SourceFile example = SourceFile.of("example.conf", rule.example());
        Options options = options(example);
        boolean hasFix =
                Compiler.check(example, Sources.none(), options).diagnostics().stream()
                        .anyMatch(finding -> finding.fix().isPresent());
        if (hasFix) {
            assertThat(Fixer.fix(example, Sources.none(), options, true).rest().diagnostics())
                    .extracting(Diagnostic::code)
                    .doesNotContain(rule.code());
        }
    }
}

package vmconf.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.TargetLine;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Every rule's example breaks that rule and no other.
class RulesTest {
    static List<RuleInfo> rules() {
        return Rules.infos();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleBreaksTheRuleAndNoOther(RuleInfo info) {
        assertThat(findings(info.example()))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.code()).isEqualTo(info.code());
                            assertThat(finding.severity()).isEqualTo(info.severity());
                        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFixedExampleBreaksNoRule(RuleInfo info) {
        assertThat(findings(info.fixed())).isEmpty();
    }

    /// The example may include itself, and name the target that it is for in its first line.
    private static List<Diagnostic> findings(String example) {
        SourceFile file = SourceFile.of("example.conf", example);
        Sources sources =
                path ->
                        path.equals(file.name())
                                ? new Sources.Answer.Found(file)
                                : new Sources.Answer.Refused("no such file");
        Config config = Expander.expand(file, sources, TargetLine.of(example), List.of());
        return Rules.check(config, RuleSettings.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wordsFollowTheHouseStyle(RuleInfo info) {
        assertThat(info.code()).matches("VM\\d{3}");
        assertThat(info.title()).doesNotEndWith(".").isNotBlank();
        assertThat(info.reason()).endsWith(".");
    }

    @Test
    void codesAreUnique() {
        assertThat(rules()).extracting(RuleInfo::code).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void findingsComeInTheOrderInWhichTheTextIsRead() {
        SourceFile top =
                SourceFile.of("top.conf", "include \"part.conf\"\nvm \"a\" {\n    memry 1\n}\n");
        SourceFile part = SourceFile.of("part.conf", "\n\n\n\nvm \"b\" {\n    dsk \"x\"\n}\n");
        Config config =
                Expander.expand(
                        top, path -> new Sources.Answer.Found(part), Target.OPENBSD, List.of());
        assertThat(Rules.check(config, RuleSettings.DEFAULT))
                .extracting(Diagnostic::span)
                .extracting(Object::toString)
                .containsExactly("part.conf:6:5", "top.conf:3:5");
    }
}

package vmconf.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.TargetLine;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.CommandLineMacro;
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
        assertThat(findings(info, info.example()))
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
        assertThat(findings(info, info.fixed())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFixRemovesTheFindingAndBringsNoOther(RuleInfo info) {
        findings(info, info.example()).stream()
                .flatMap(finding -> finding.fix().stream())
                .forEach(fix -> assertThat(findings(info, applied(fix))).as(fix.title()).isEmpty());
    }

    @Test
    void anInterfaceThatIsNoTapLeadsToTheSwitch() {
        RuleInfo rule = new InvalidInterfaceName().info();
        assertThat(findings(rule, rule.example()))
                .map(each -> each.help().orElseThrow())
                .containsExactly(
                        "to join a switch called \"uplink\": interface { switch \"uplink\" }");
        assertThat(findings(rule, rule.example().replace("uplink", "tap0000000000001")))
                .map(Diagnostic::help)
                .containsExactly(Optional.empty());
    }

    private static String applied(Fix fix) {
        SourceFile example = fix.edits().getFirst().span().file();
        return Fix.Edit.apply(example, fix.edits()).text();
    }

    /// The example may include itself or a file of settings, and name the target that it is for or
    /// a macro of the command line in its first line.
    private static List<Diagnostic> findings(RuleInfo rule, String example) {
        SourceFile file = SourceFile.of("example.conf", example);
        Sources sources =
                path ->
                        switch (path) {
                            case "example.conf" -> new Sources.Answer.Found(file);
                            case "/etc/settings.conf" ->
                                    new Sources.Answer.Found(SourceFile.of(path, "# settings\n"));
                            default -> new Sources.Answer.Refused("no such file");
                        };
        Config config =
                Expander.expand(file, sources, TargetLine.of(example), commandLine(example));
        return rule.code().startsWith("VM7")
                ? Rules.check(config, RuleSettings.DEFAULT, new ScriptedHost(rule.code()))
                : Rules.check(config, RuleSettings.DEFAULT);
    }

    private static List<CommandLineMacro> commandLine(String example) {
        String start = "# vmconf check -D ";
        return example.startsWith(start)
                ? CommandLineMacro.parse(example.substring(start.length()).split(" ", 2)[0])
                        .stream()
                        .toList()
                : List.of();
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
                SourceFile.of("top.conf", "include \"/part.conf\"\nvm \"a\" {\n    memry 1\n}\n");
        SourceFile part = SourceFile.of("part.conf", "\n\n\n\nvm \"b\" {\n    dsk \"/x\"\n}\n");
        Config config =
                Expander.expand(
                        top, path -> new Sources.Answer.Found(part), Target.OPENBSD, List.of());
        assertThat(Rules.check(config, RuleSettings.DEFAULT))
                .extracting(Diagnostic::span)
                .extracting(Object::toString)
                .containsExactly("part.conf:6:5", "top.conf:3:5");
    }
}

package vmconf.compiler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Expander;
import vmconf.compiler.expand.Target;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;
import vmconf.testdata.Golden;

/// A rule that is not asked would have found nothing.
class TopicsTest {
    private static final Sources SOURCES = new DiskSources(Corpus.folder());
    private static final List<CommandLineMacro> MACROS =
            List.of(new CommandLineMacro("of-nobody", "1"));

    static List<RuleInfo> rules() {
        return Rules.infos();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void inTheExampleOfEachRule(RuleInfo rule) {
        everyOtherRuleFindsNothing(SourceFile.of("example.conf", rule.example()));
        everyOtherRuleFindsNothing(SourceFile.of("fixed.conf", rule.fixed()));
    }

    @Test
    void inTheCorpora() throws IOException {
        for (Path folder :
                List.of(Corpus.folder(), Golden.root().resolve("testdata/corpus/rules"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    everyOtherRuleFindsNothing(
                            SourceFile.decode(file.toString(), Files.readAllBytes(file)));
                }
            }
        }
    }

    private static void everyOtherRuleFindsNothing(SourceFile file) {
        for (Target target :
                Stream.of("openbsd", "native", "openbsd-6.1").map(TopicsTest::target).toList()) {
            everyOtherRuleFindsNothing(Expander.expand(file, SOURCES, target, List.of()));
        }
        everyOtherRuleFindsNothing(Expander.expand(file, SOURCES, Target.OPENBSD, MACROS));
    }

    private static Target target(String name) {
        return Target.named(name).orElseThrow();
    }

    private static void everyOtherRuleFindsNothing(Config config) {
        Set<String> asked =
                Topics.rules(config).stream()
                        .map(rule -> rule.info().code())
                        .collect(Collectors.toSet());
        for (Rule rule : Rules.all()) {
            if (!asked.contains(rule.info().code())) {
                assertThat(rule.check(config)).as(config.file().name()).isEmpty();
            }
        }
    }
}

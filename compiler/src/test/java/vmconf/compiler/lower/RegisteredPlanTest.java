package vmconf.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.compiler.rule.RuleSettings;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

/// What vmd has registered after it has read a file is what the plan for OpenBSD says.
class RegisteredPlanTest {
    static List<Corpus.Verdict> registered() {
        return Corpus.verdicts().stream()
                .filter(each -> each.details().get("register").get("accept").asBoolean())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("registered")
    void thePlanIsWhatVmdRegisters(Corpus.Verdict verdict) {
        JsonNode register = verdict.details().get("register");
        Plan plan = plan(verdict);
        Set<String> given = Registered.given(register);
        List<Object> vms = new ArrayList<>();
        register.get("vms").forEach(each -> vms.add(Registered.vm(each)));
        assertThat(plan.vms().stream().map(each -> Registered.vm(each, given)).toList())
                .isEqualTo(vms);
        List<Object> switches = new ArrayList<>();
        register.get("switches").forEach(each -> switches.add(Registered.bridge(each)));
        assertThat(
                        plan.switches().stream()
                                .filter(Switch::enabled)
                                .map(Registered::bridge)
                                .toList())
                .isEqualTo(switches);
    }

    /// What we are stricter about than vmd is turned down.
    private static Plan plan(Corpus.Verdict verdict) {
        Map<String, Optional<Severity>> levels = new HashMap<>();
        Compiler.rules().stream()
                .filter(RuleInfo::adjustable)
                .forEach(each -> levels.put(each.code(), Optional.of(Severity.NOTE)));
        Sources sources = new DiskSources(Corpus.folder());
        if (!(sources.read(verdict.file()) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(verdict.file() + " cannot be read");
        }
        Stream<CommandLineMacro> macros =
                verdict.macros().stream().flatMap(each -> CommandLineMacro.parse(each).stream());
        Options options =
                new Options(
                        Target.OPENBSD,
                        macros.toList(),
                        Options.DEFAULT_SEED,
                        new RuleSettings(levels),
                        Optional.empty());
        Compilation compilation = Compiler.compile(file, sources, options);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }
}

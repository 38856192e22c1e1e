package vmconf.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vmconf.compiler.Compilation;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
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
        Compilation compilation = PlanOf.corpus(verdict, Target.OPENBSD);
        Plan plan = compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
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
}

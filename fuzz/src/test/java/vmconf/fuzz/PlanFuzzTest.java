package vmconf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;

/// Whatever a plan's text is, reading it gives a plan or says why not.
class PlanFuzzTest {
    static Stream<Arguments> seeds() {
        return Seeds.plans().map(Arguments::of);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void readPlan(byte[] bytes) {
        try {
            PlanYaml.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (PlanException _) {
            // Refused with a reason, as it should be.
        }
    }
}

package vmconf.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.plan.diff.PlanDiff;

/// What is done with plans.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Plans {
    @Benchmark
    public String writeYaml(Planned planned) {
        return PlanYaml.toYaml(planned.before());
    }

    @Benchmark
    public Plan readYaml(Planned planned) throws PlanException {
        return PlanYaml.read(planned.yaml());
    }

    @Benchmark
    public PlanDiff diff(Planned planned) {
        return PlanDiff.between(planned.before(), planned.after());
    }
}

package vmconf.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import vmconf.compiler.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.lower.Lowering;
import vmconf.compiler.rule.RuleSettings;
import vmconf.compiler.rule.Rules;
import vmconf.plan.Plan;

/// From a Config to findings, and to a plan.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Compiling {
    /// Rules of large files run on all processors.
    @Benchmark
    public List<Diagnostic> check(Read read) {
        return Rules.check(read.config(), RuleSettings.DEFAULT);
    }

    @Benchmark
    public Plan lower(Read read) {
        return Lowering.plan(read.config(), Options.DEFAULT_SEED);
    }
}

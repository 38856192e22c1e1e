package vmconf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Each benchmark works. How long it takes is nobody's business here.
class BenchmarksTest {
    @Test
    void eachRunsOnceAndGivesAResult() throws RunnerException {
        Options once =
                new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .mode(Mode.SingleShotTime)
                        .param("size", Size.SMALL.name())
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        Collection<RunResult> results = new Runner(once).run();
        assertThat(results)
                .extracting(each -> each.getPrimaryResult().getLabel())
                .containsExactlyInAnyOrder(
                        "lex",
                        "parse",
                        "expand",
                        "check",
                        "lower",
                        "writeYaml",
                        "readYaml",
                        "diff");
        assertThat(results)
                .allSatisfy(each -> assertThat(each.getPrimaryResult().getSampleCount()).isOne());
    }
}

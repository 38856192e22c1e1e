package vmconf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakdownTest {
    @Test
    void aFaultIsThreeLinesWithItsPlace() {
        assertThat(Breakdown.report("vmconf", new IllegalStateException("odd")).lines())
                .hasSize(3)
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "vmconf: internal error:"
                                                        + " java.lang.IllegalStateException: odd"),
                        line -> assertThat(line).contains("at vmconf.compiler.BreakdownTest."),
                        line -> assertThat(line).startsWith("help: please report this"));
    }
}

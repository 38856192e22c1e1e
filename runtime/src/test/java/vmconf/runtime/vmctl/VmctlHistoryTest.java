package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;
import static vmconf.runtime.vmctl.PlayedDaemon.ok;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.runtime.Samples;

/// `vmctl history`.
@Timeout(60)
class VmctlHistoryTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @BeforeEach
    void begin() throws Exception {
        daemon.configuration().hold(Samples.plan(List.of(), daemon.vm(1, "web")));
        daemon.run("reload");
    }

    @Test
    void generationsAreListed() {
        PlayedDaemon.Run run = daemon.run("history");
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo("GENERATION SINCE                CHANGE"),
                        line -> assertThat(line).matches(" {9}1 [0-9T:-]+Z \\+2 -0 ~0"),
                        line -> assertThat(line).matches(" {9}2 [0-9T:-]+Z \\+0 -1 ~0"));
    }

    @Test
    void lookingAtOneChangesNothing() {
        assertThat(daemon.run("history", "1").out()).contains("add", "vm \"mail\"");
        assertThat(daemon.run("status").out()).doesNotContain("mail");
        assertThat(daemon.run("history", "2"))
                .isEqualTo(new PlayedDaemon.Run(0, "no difference\n", ""));
    }

    @Test
    void goingBackIsANewGeneration() {
        daemon.run("start", "web");
        assertThat(daemon.run("history", "-r", "1")).isEqualTo(ok(""));
        assertThat(daemon.run("status").out()).contains("running web\n", "stopped mail\n");
        assertThat(daemon.run("history").out()).contains("\n         3 ", " +1 -0 ~0\n");
        assertThat(daemon.run("reload")).isEqualTo(ok(""));
        assertThat(daemon.run("status").out()).doesNotContain("mail");
    }

    @Test
    void whatIsNotKeptIsSaid() {
        assertThat(daemon.run("history", "-r", "7"))
                .isEqualTo(bad("generation 7 is not kept\nvmctl: command failed\n"));
        assertThat(daemon.run("history", "last"))
                .isEqualTo(bad("vmctl: invalid generation: last\n"));
        assertThat(daemon.run("history", "-r").err()).startsWith("vmctl: missing generation\n");
    }
}

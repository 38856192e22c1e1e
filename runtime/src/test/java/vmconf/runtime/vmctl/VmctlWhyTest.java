package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;

/// `vmctl why`.
@Timeout(60)
class VmctlWhyTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @BeforeEach
    void begin() throws Exception {
        daemon.configuration().hold(explained(daemon.vm(1, "web")));
        daemon.run("reload");
    }

    @Test
    void valueOfTheDefinition() {
        assertThat(daemon.run("why", "web", "memory").out()).isEqualTo("web memory: because\n");
        assertThat(daemon.run("why", "web").out()).isEqualTo("web: because\n");
    }

    @Test
    void valueOfWhatRunsAndOfWhatWouldStart() throws Exception {
        daemon.run("start", "web");
        daemon.configuration().hold(explained(Samples.withMemory(daemon.vm(1, "web"), 1L << 30)));
        daemon.run("reload");
        assertThat(daemon.run("why", "web", "memory").out())
                .isEqualTo(
                        """
                        it runs as generation 2 has it:
                        web memory: because
                        its next start takes generation 3:
                        web memory: because
                        """);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(daemon.run("why", "web", "colour")).isEqualTo(bad("vmctl: no colour\n"));
        assertThat(daemon.run("why", "wep", "memory"))
                .isEqualTo(bad("vmctl: no such vm: wep; did you mean \"web\"?\n"));
        assertThat(daemon.run("why").err())
                .isEqualTo("vmctl: missing vmid argument\nusage:\tvmctl [-v] why id [key]\n");
        daemon.run("start", "-d", daemon.folder().resolve("web.img").toString(), "own");
        assertThat(daemon.run("why", "own", "memory").err()).contains("made by vmctl start");
    }

    private static Plan explained(Vm vm) {
        Plan plan = Samples.plan(List.of(), vm);
        return new Plan(
                plan.vmconfPlan(),
                plan.target(),
                plan.local(),
                plan.socketOwner(),
                plan.staggeredStart(),
                plan.agentx(),
                plan.switches(),
                plan.vms(),
                Optional.of(Map.of()));
    }
}

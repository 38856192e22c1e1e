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
import vmconf.runtime.Samples;
import vmconf.runtime.supervise.Machine;
import vmconf.runtime.vmctl.PlayedDaemon.Run;

@Timeout(60)
class VmctlDriftTest {
    private static final String AGAIN = "      fix: vmctl stop -w web && vmctl start web\n";

    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @BeforeEach
    void begin() throws Exception {
        daemon.configuration()
                .hold(Samples.plan(List.of(), daemon.vm(1, "web"), daemon.vm(2, "mail")));
    }

    @Test
    void machineIsComparedWithTheDefinition() {
        assertThat(daemon.run("drift")).isEqualTo(new Run(0, "no differences\n", ""));
        daemon.run("start", "web");
        tell(false, 512L << 20, 1, "web.img");
        assertThat(daemon.run("drift").status()).isZero();
        tell(true, 256L << 20, 2, "other.img");
        assertThat(daemon.run("drift", "web"))
                .isEqualTo(
                        new Run(
                                1,
                                """
                                process, other than planned
                                  vm "web": state: planned running, found paused
                                      fix: vmctl pause web; vmctl unpause web
                                  vm "web": memory: planned 512M, found 256M
                                AGAIN  vm "web": cpus: planned 1, found 2
                                AGAIN  vm "web": disk0: planned %1$s/web.img, found %1$s/other.img
                                AGAIN"""
                                        .formatted(daemon.folder())
                                        .replace("AGAIN", AGAIN),
                                ""));
        assertThat(daemon.run("drift", "mail").status()).isZero();
    }

    @Test
    void silentMonitorIsADifference() {
        daemon.run("start", "web");
        assertThat(daemon.run("drift").out())
                .contains("monitor: planned answers, found monitor has gone\n")
                .contains("fix: vmctl stop -f web\n");
    }

    @Test
    void fileThatIsRefusedIsADifference() {
        daemon.configuration().spoil("vm.conf:3:2: error: no such thing\n");
        assertThat(daemon.run("drift", "--json").out())
                .contains("\"between\" : \"file\"", "vm.conf:3:2: error: no such thing");
        assertThat(daemon.run("drift", "web").out()).contains("vm.conf:3:2: error: no such thing");
        assertThat(daemon.run("drift", "wep"))
                .isEqualTo(bad("vmctl: no such vm: wep; did you mean \"web\"?\n"));
    }

    private void tell(boolean standsStill, long memory, int cpus, String image) {
        Machine.Drive drive = new Machine.Drive(daemon.folder().resolve(image).toString(), "raw");
        daemon.hypervisor()
                .latest()
                .tell(
                        Optional.of(
                                new Machine(
                                        standsStill,
                                        memory,
                                        cpus,
                                        Map.of("disk0", drive),
                                        List.of())));
    }
}

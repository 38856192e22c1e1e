package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.runtime.Samples;
import vmconf.runtime.vmctl.PlayedDaemon.Run;

@Timeout(60)
class VmctlDoctorTest {
    private static final String HOST =
            "host\n  note     accelerator: fake\n  ok       network: fake\n";

    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @BeforeEach
    void begin() throws Exception {
        daemon.configuration().hold(Samples.plan(List.of()));
    }

    @Test
    void onePageForAll() {
        daemon.run("start", "web");
        assertThat(daemon.run("doctor"))
                .isEqualTo(
                        new Run(
                                0,
                                HOST
                                        + """
                                        vm "web"
                                          ok       start: it runs
                                        vm "mail"
                                          ok       start: it would start
                                        0 errors, 0 warnings
                                        """,
                                ""));
    }

    @Test
    void everyReasonHasAFix() throws IOException {
        Files.delete(daemon.folder().resolve("web.img"));
        assertThat(daemon.run("doctor", "web"))
                .isEqualTo(
                        new Run(
                                1,
                                HOST
                                        + """
                                        vm "web"
                                          error    disk: could not open disk image(s): %1$s: No such file or directory
                                                   fix: vmctl create -s 10G %1$s
                                        1 error, 0 warnings
                                        """
                                                .formatted(daemon.folder().resolve("web.img")),
                                ""));
        daemon.hypervisor().fail(Optional.of("qemu: cannot set up: Cannot allocate memory"));
        assertThat(daemon.run("doctor", "mail").out())
                .contains("error    start: qemu: cannot set up", "fix: give it less memory\n");
        daemon.configuration().spoil("vm.conf:3:2: error: no such thing\nmore\n");
        assertThat(daemon.run("doctor").out())
                .contains(
                        "  warning  configuration: the file would not be taken: vm.conf:3:2: error:");
    }

    @Test
    void mistakesAreNamed() {
        assertThat(daemon.run("doctor", "wep"))
                .isEqualTo(bad("vmctl: no such vm: wep; did you mean \"web\"?\n"));
        assertThat(daemon.run("doctor", "-x").err())
                .isEqualTo("usage:\tvmctl [-v] doctor [-f file] [id ...]\n");
        assertThat(daemon.run("doctor", "-f", "none.conf").out())
                .contains("  ok       configuration: none.conf\n");
    }
}

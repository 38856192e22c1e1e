package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.runtime.protocol.StartView;

@Timeout(60)
class VmctlShowcmdTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void startIsShownAndNotDone() {
        assertThat(daemon.run("showcmd", "web").out())
                .isEqualTo(
                        """
                        # vm "web" (id 1)
                        # disk0: %s (raw)
                        mkdir -p -m 700 /nowhere/1
                        qemu \\
                            -name guest=web \\
                            -S \\
                            -m 'it'\\''s'
                        # the guest stands still until its monitor is told "cont"
                        """
                                .formatted(daemon.folder().resolve("web.img")));
        assertThat(daemon.hypervisor().alive()).isZero();
        assertThat(daemon.run("showcmd", "--json", "1").out()).contains("\"disk0\"", "\"-name\"");
    }

    @Test
    void refusalsAreThoseOfTheStart() throws IOException {
        assertThat(daemon.run("showcmd", "wep"))
                .isEqualTo(bad("vmctl: no such vm: wep; did you mean \"web\"?\n"));
        assertThat(daemon.run("showcmd").err())
                .isEqualTo("vmctl: missing vmid argument\nusage:\tvmctl [-v] showcmd id\n");
        daemon.hypervisor().fail(Optional.of("firmware uefi is not supported"));
        assertThat(daemon.run("showcmd", "web"))
                .isEqualTo(bad("vmctl: it would not start: firmware uefi is not supported\n"));
    }

    @Test
    void whatRunsIsToldWhereItDiffers() {
        List<String> now = List.of("qemu", "-m", "1024", "-S");
        assertThat(shown(now, List.of("qemu", "-m", "512", "-S")))
                .endsWith(
                        """
                        # it runs as process 7, started otherwise:
                        #   then -m 512
                        #   now  -m 1024
                        """);
        assertThat(shown(now, now)).endsWith("7, started with these arguments\n");
        assertThat(shown(now, List.of())).endsWith("with arguments that cannot be read\n");
    }

    private static String shown(List<String> command, List<String> running) {
        StartView start =
                new StartView(
                        1,
                        "web",
                        List.of(),
                        List.of(),
                        List.of(List.of("ip", "link")),
                        List.of(),
                        command,
                        Optional.of(new StartView.Running(7, running)));
        return ShowcmdCommand.text(start);
    }
}

package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;
import static vmconf.runtime.vmctl.PlayedDaemon.ok;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.network.UserNetwork;
import vmconf.runtime.supervise.Exit;
import vmconf.runtime.vmctl.PlayedDaemon.Run;

/// Whole sessions over a real socket; only the guests are played.
@Timeout(60)
class VmctlTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void showTellsWhatAMachineIsMadeOf() throws Exception {
        daemon.configuration()
                .hold(
                        Samples.plan(
                                List.of(),
                                Samples.withLinks(
                                        daemon.vm(1, "web"),
                                        Samples.local(1),
                                        Samples.onSwitch("uplink"))));
        run("reload");
        assertThat(run("show", "web").out())
                .startsWith(PlayedDaemon.HEADER)
                .contains("\nlast exit: none\nstarts with vmd: no\ndisk 0: ")
                .contains("/web.img (")
                .containsPattern("interface 0: tap, [0-9a-f:]{17}, local, host 100.64.1.2, guest")
                .containsPattern("interface 1: tap, [0-9a-f:]{17}, switch \"uplink\"");
        assertThat(run("show", "mail").err()).isEqualTo("vmctl: no such vm: mail\n");
        assertThat(run("show").out()).isEqualTo(run("status").out());
    }

    @Test
    void showSaysWhatIsNoTap() throws Exception {
        Vm web =
                Samples.withLinks(
                        daemon.vm(1, "web"), Samples.local(1), Samples.down(Samples.local(1)));
        daemon.configuration().hold(Samples.plan(List.of(), web));
        daemon.stop();
        daemon.begin(new UserNetwork(Samples.plan(List.of(), web), List.of()));
        run("reload");
        for (int round = 0; round < 2; round++) {
            assertThat(run("show", "web").out())
                    .containsPattern("interface 0: user-mode network, [0-9a-f:]{17}, local, host")
                    .containsPattern("interface 1: not connected, [0-9a-f:]{17}, local, .*, down");
            JsonNode shown = new JsonMapper().readTree(run("show", "--json", "web").out());
            assertThat(shown.findValuesAsString("link")).containsExactly("user", "none");
            run("start", "web");
        }
    }

    @Test
    void lifeOfAVm() {
        assertThat(run("start", "web"))
                .isEqualTo(ok("vmctl: started vm 1 successfully, tty /dev/pts/1000\n"));
        assertThat(run("start", "web"))
                .isEqualTo(bad("vmctl: start vm command failed: Operation already in progress\n"));
        assertThat(run("status").out())
                .isEqualTo(
                        PlayedDaemon.HEADER
                                + "    1  1000     1    512M   88.0M pts/1000         root  running"
                                + " web\n"
                                + "    2     -     1    512M       -       -         root  stopped"
                                + " mail\n");
        assertThat(run("status", "-r").out()).hasLineCount(2);
        assertThat(run("stop", "-w", "web")).isEqualTo(ok("stopping vm web: terminated vm 1\n"));
        assertThat(run("stop", "web"))
                .isEqualTo(bad("stopping vm web: failed: Invalid argument\n"));
        assertThat(run("wait", "1")).isEqualTo(bad("waiting for vm: failed: Invalid argument\n"));
    }

    @Test
    void stoppingTwice() {
        daemon.hypervisor().makeObedient(false);
        run("start", "web");
        assertThat(run("stop", "web"))
                .isEqualTo(ok("stopping vm web: requested to shutdown vm 1\n"));
        assertThat(run("stop", "web"))
                .isEqualTo(bad("stopping vm web: failed: Operation already in progress\n"));
        assertThat(run("status", "web").out()).contains(" stopping web\n");
        assertThat(run("stop", "-fw", "1")).isEqualTo(ok("stopping vm: terminated vm 1\n"));
    }

    @Test
    void pauseAndUnpause() {
        assertThat(run("pause", "web"))
                .isEqualTo(bad("vmctl: pause vm command failed: Invalid argument\n"));
        run("start", "web");
        assertThat(run("pause", "web")).isEqualTo(ok("vmctl: paused vm 1 successfully\n"));
        assertThat(daemon.hypervisor().latest().isPaused()).isTrue();
        assertThat(run("p", "1")).isEqualTo(ok("vmctl: paused vm 1 successfully\n"));
        assertThat(run("status", "web").out()).contains("   paused web\n");
        assertThat(run("unpause", "web")).isEqualTo(ok("vmctl: unpaused vm 1 successfully\n"));
        assertThat(run("status", "web").out()).contains("  running web\n");
        assertThat(run("pause", "wbe").err()).isEqualTo("vmctl: no such vm: wbe\n");
        run("pause", "web");
        assertThat(run("stop", "-w", "web")).isEqualTo(ok("stopping vm web: terminated vm 1\n"));
    }

    @Test
    void stopAllStopsWhatRuns() {
        assertThat(run("stop", "-a")).isEqualTo(ok(""));
        run("start", "web");
        run("start", "mail");
        assertThat(run("stop", "-aw"))
                .isEqualTo(
                        ok(
                                "stopping vm web: terminated vm 1\nstopping vm mail: terminated vm 2\n"));
        assertThat(run("stop", "-a", "web").status()).isEqualTo(1);
    }

    @Test
    void unknownVmsAreNamedWithNearOnes() {
        assertThat(run("start", "wbe").err()).isEqualTo("vmctl: no such vm: wbe\n");
        assertThat(run("start", "mial2").err()).isEqualTo("vmctl: no such vm: mial2\n");
        assertThat(run("status", "mai"))
                .isEqualTo(bad("vmctl: no such vm: mai; did you mean \"mail\"?\n"));
        assertThat(run("stop", "mail2").err())
                .isEqualTo("stopping vm mail2: vm not found; did you mean \"mail\"?\n");
        assertThat(run("console", "nothing").err()).isEqualTo("vmctl: console not found\n");
    }

    @Test
    void crashIsToldBesideTheTable() {
        run("start", "web");
        daemon.hypervisor().latest().end(137, Exit.Cause.UNKNOWN);
        run("wait", "web");
        Run status = run("status", "web");
        assertThat(status.out()).contains("  stopped web\n").hasLineCount(2);
        assertThat(status.err()).startsWith("vmctl: web: qemu was killed by signal 9 (SIGKILL) ");
        assertThat(run("show", "web").out()).contains("last exit: qemu was killed by signal 9");
        assertThat(run("status", "--json").out())
                .contains("\"text\" : \"qemu was killed by signal 9 (SIGKILL)\"");
    }

    @Test
    void failedStartSaysWhy() {
        daemon.hypervisor().fail(Optional.of("qemu: no memory"));
        assertThat(run("start", "web")).isEqualTo(bad("vmctl: qemu: no memory\n"));
        assertThat(run("status").err()).startsWith("vmctl: web: start failed: qemu: no memory ");
    }

    @Test
    void consoleReplaysAndTypes() throws Exception {
        run("start", "web");
        daemon.hypervisor().latest().serial().print("hello\r\n");
        Run console = daemon.typing("poweroff\r~.", "console", "web");
        assertThat(console.status()).isZero();
        assertThat(console.out())
                .startsWith("Connected to /dev/pts/1000 (speed 115200)\r\n")
                .endsWith("[EOT]\n");
        daemon.hypervisor().latest().serial().awaitTyped("poweroff\r");
        assertThat(daemon.typing("", "console", "web").out()).contains("hello\r\n");
        assertThat(run("console", "mail")).isEqualTo(bad("vmctl: console not found\n"));
    }

    @Test
    void mistakesInTheCommandLine() {
        String usage = "usage:\tvmctl [-v] command [arg ...]\n";
        assertThat(run()).isEqualTo(bad(usage));
        assertThat(run("s")).isEqualTo(bad("ambiguous argument: s\n" + usage));
        assertThat(run("dance")).isEqualTo(bad("unknown argument: dance\n" + usage));
        assertThat(run("relaod"))
                .isEqualTo(
                        bad(
                                "unknown argument: relaod\n"
                                        + usage
                                        + "vmctl: did you mean \"reload\"?\n"));
        assertThat(run("stop"))
                .isEqualTo(
                        bad(
                                """
                                vmctl: missing vmid argument
                                usage:\tvmctl [-v] stop [-fw] [id | -a]
                                """));
        assertThat(run("start", "-x"))
                .isEqualTo(
                        bad(
                                "usage:\tvmctl [-v] start [-cL] [-B device] [-b path] [-d disk] [-i count] [-m size] [-n switch]\n\t\t[-p count] [-r path] [-t name] id | name\n"));
        assertThat(run("status", "x".repeat(64)).err()).contains("vmctl: name too long\n");
    }

    @Test
    void withoutDaemonThereIsNoConnection() {
        Map<String, String> elsewhere = Map.of("VMD_SOCKET", "/nowhere/vmd.sock");
        assertThat(PlayedDaemon.run(elsewhere, "", "status"))
                .isEqualTo(bad("vmctl: connect: /nowhere/vmd.sock: No such file or directory\n"));
    }

    @Test
    void secondDaemonIsRefusedAndADeadOnesSocketReplaced() throws Exception {
        assertThat(ControlServer.isAnswered(daemon.socket())).isTrue();
        daemon.stop();
        Files.writeString(daemon.socket(), "");
        assertThat(ControlServer.isAnswered(daemon.socket())).isFalse();
        daemon.begin();
        assertThat(run("status").status()).isZero();
    }

    private Run run(String... arguments) {
        return daemon.run(arguments);
    }
}

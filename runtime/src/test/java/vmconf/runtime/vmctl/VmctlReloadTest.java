package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;
import static vmconf.runtime.vmctl.PlayedDaemon.ok;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.vmctl.PlayedDaemon.Run;

/// Changes of the configuration: all of a file or nothing of it.
@Timeout(60)
class VmctlReloadTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void reloadTakesAllOrNothing() throws IOException {
        run("start", "web");
        daemon.configuration().spoil("vm.conf:3:2: error: no such thing\n");
        assertThat(run("reload"))
                .isEqualTo(bad("vm.conf:3:2: error: no such thing\nvmctl: command failed\n"));
        assertThat(run("status").out()).hasLineCount(3);
        Vm other = Samples.withMemory(daemon.vm(1, "web"), 1L << 30);
        daemon.configuration().hold(Samples.plan(List.of(), daemon.vm(1, "news"), other));
        Run dry = run("reload", "--dry-run");
        assertThat(dry.out())
                .contains("vm \"web\": restart\n    memory: 512M -> 1G (restart)\n")
                .contains("vm \"news\": add\n", "vm \"mail\": remove\n");
        assertThat(run("status").out()).contains("stopped mail\n");
        assertThat(run("reload")).isEqualTo(ok(""));
        assertThat(run("status").out())
                .isEqualTo(
                        PlayedDaemon.HEADER
                                + "    1  1000     1    512M   88.0M pts/1000         root  running"
                                + " web\n"
                                + "    3     -     1    512M       -       -         root  stopped"
                                + " news\n");
        assertThat(run("show", "web").out()).contains("pending: ");
        run("stop", "-w", "web");
        assertThat(run("status", "web").out()).contains("1.0G").contains("stopped web\n");
        assertThat(run("show", "web").out()).doesNotContain("pending");
    }

    @Test
    void whatIsNotInTheFileGoesWhenItHasStopped() throws IOException {
        run("start", "web");
        daemon.configuration().hold(Samples.plan(List.of(), daemon.vm(2, "mail")));
        run("reload");
        assertThat(run("status", "web").out()).contains("running web\n");
        run("stop", "-w", "web");
        assertThat(run("start", "web").err()).isEqualTo("vmctl: no such vm: web\n");
        daemon.configuration()
                .hold(Samples.plan(List.of(), daemon.vm(1, "web"), daemon.vm(2, "mail")));
        assertThat(run("reload")).isEqualTo(ok(""));
        assertThat(run("status").out()).contains("stopped web\n");
    }

    @Test
    void loadAddsAndResolvesThePathItself() throws IOException {
        daemon.configuration()
                .holdElsewhere(
                        Samples.plan(
                                List.of(),
                                daemon.vm(1, "web"),
                                Samples.enabled(daemon.vm(2, "new"))));
        assertThat(run("load", "more.conf")).isEqualTo(ok(""));
        assertThat(daemon.configuration().asked()).contains(Path.of("more.conf").toAbsolutePath());
        assertThat(run("status").out()).contains("    3  ", " new\n").hasLineCount(4);
        assertThat(run("load").status()).isEqualTo(1);
    }

    @Test
    void resetEndsAndForgets() throws IOException {
        run("start", "web");
        assertThat(run("reset", "switches")).isEqualTo(ok(""));
        assertThat(daemon.hypervisor().alive()).isEqualTo(1);
        assertThat(run("reset", "VMS")).isEqualTo(ok(""));
        assertThat(daemon.hypervisor().alive()).isZero();
        assertThat(run("status").out()).isEqualTo(PlayedDaemon.HEADER);
        daemon.configuration().hold(Samples.plan(List.of(), daemon.vm(1, "mail")));
        run("reload");
        assertThat(run("status").out()).contains("    1     -").contains("stopped mail\n");
        assertThat(run("reset", "everything").err()).isEqualTo("vmctl: no such vm: everything\n");
    }

    @Test
    void resetOfAMachinePressesItsButton() {
        assertThat(run("reset", "web"))
                .isEqualTo(bad("vmctl: reset vm command failed: Invalid argument\n"));
        run("start", "web");
        assertThat(run("reset", "web")).isEqualTo(ok("vmctl: reset vm 1 successfully\n"));
        assertThat(daemon.hypervisor().latest().resets()).isEqualTo(1);
        assertThat(run("status", "web").out()).contains("running web\n");
    }

    @Test
    void logAndTerminateAreSilent() {
        assertThat(run("log", "b")).isEqualTo(ok(""));
        assertThat(run("log", "VERB")).isEqualTo(ok(""));
        assertThat(run("log", "loud").err()).isEqualTo("usage:\tvmctl [-v] log brief | verbose\n");
        assertThat(run("terminate")).isEqualTo(ok(""));
        assertThat(daemon.terminated()).containsExactly(true);
    }

    private Run run(String... arguments) {
        return daemon.run(arguments);
    }
}

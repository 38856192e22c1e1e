package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static vmconf.runtime.vmctl.PlayedDaemon.bad;
import static vmconf.runtime.vmctl.PlayedDaemon.ok;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmconf.runtime.vmctl.PlayedDaemon.Run;

/// Machines that the command line describes, and those it makes of others.
@Timeout(60)
class VmctlStartTest {
    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void aVmOfTheCommandLineLastsUntilItStops() throws IOException {
        String disk = daemon.image("own.img");
        assertThat(run("start", "-m", "1G", "-L", "-d", disk, "own"))
                .isEqualTo(ok("vmctl: started vm 3 successfully, tty /dev/pts/1000\n"));
        assertThat(run("status", "own").out()).contains("    3  1000     1    1.0G");
        assertThat(run("start", "own").err())
                .isEqualTo("vmctl: start vm command failed: Operation already in progress\n");
        assertThat(run("start", "own", "-m", "2G").status()).isEqualTo(1);
        assertThat(run("stop", "-fw", "own")).isEqualTo(ok("stopping vm own: terminated vm 3\n"));
        assertThat(run("stop", "own")).isEqualTo(bad("stopping vm own: vm not found\n"));
        assertThat(run("status").out()).hasLineCount(3);
    }

    @Test
    void anInstanceTakesOverFromItsParent() throws IOException {
        String disk = daemon.image("child.img");
        assertThat(run("start", "-t", "web", "-d", disk, "child").status()).isZero();
        assertThat(run("status", "child").out()).contains("512M").contains("running child\n");
        assertThat(run("start", "-t", "nothing", "-d", disk, "other"))
                .isEqualTo(bad("vmctl: invalid template\n"));
        String parents = daemon.folder().resolve("web.img").toString();
        assertThat(run("start", "-t", "web", "-d", parents, "other").err())
                .isEqualTo(
                        "vmctl: disk %s is the parent's and cannot be reused\n".formatted(parents));
    }

    @Test
    void whatIsThereMayBootOnceFromAnotherImage() throws IOException {
        String kernel = daemon.image("bsd.rd");
        assertThat(run("start", "-b", kernel, "web").status()).isZero();
        run("stop", "-fw", "web");
        assertThat(run("start", "-L", "-d", kernel, "web"))
                .isEqualTo(bad("vmctl: start vm command failed: Operation already in progress\n"));
    }

    @Test
    void theNetworkIsSomethingToBootFrom() {
        assertThat(run("start", "-B", "net", "-L", "diskless").err())
                .startsWith("vmctl: starting without disks\nvmctl: started vm 3 successfully");
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedBeforeAnybodyIsAsked() throws IOException {
        String disk = daemon.image("a.img");
        assertThat(run("start", "-L", "x"))
                .isEqualTo(bad("vmctl: no kernel or disk/cdrom specified\n"));
        assertThat(run("start", "-B", "floppy", "x").err())
                .isEqualTo("vmctl: unknown boot device floppy\n");
        assertThat(run("start", "-m", "1G", "-m", "2G", "x").err())
                .isEqualTo("vmctl: memory specified multiple times\n");
        assertThat(run("start", "-m", "512MB", "x").err())
                .isEqualTo("vmctl: invalid memory size: 512MB: Invalid argument\n");
        assertThat(run("start", "-m", "1.5", "x").err())
                .isEqualTo("vmctl: memory size must be at least 1MB\n");
        assertThat(run("start", "-i", "0", "x").err())
                .isEqualTo("vmctl: count is too small: 0\nvmctl: invalid interface count: 0\n");
        assertThat(run("start", "-LLLL", "-n", "lan", "x").err())
                .isEqualTo("vmctl: too many network interfaces\n");
        String[] disks = {"start", "-d", disk, "-d", disk, "-d", disk, "-d", disk, "-d", disk, "x"};
        assertThat(run(disks).err()).isEqualTo("vmctl: too many disks\n");
        assertThat(run("start", "-n", "lan", "-d", disk, "x").err())
                .isEqualTo("vmctl: no such switch: lan\n");
        assertThat(run("start", "-d", disk, ".x").err()).endsWith("vmctl: invalid VM name\n");
        assertThat(run("start", "-r", disk, "-m", "1048577", "cd").err())
                .isEqualTo(
                        """
                        vmctl: memory size rounded to 1M
                        vmctl: starting without disks
                        vmctl: starting without network interfaces
                        vmctl: started vm 3 successfully, tty /dev/pts/1000
                        """);
    }

    private Run run(String... arguments) {
        return daemon.run(arguments);
    }
}

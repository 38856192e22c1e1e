package vmconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Owner;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.FakeNetwork;
import vmconf.runtime.supervise.Exit;
import vmconf.runtime.supervise.FakeClock;
import vmconf.runtime.supervise.FakeHypervisor;
import vmconf.runtime.supervise.FakeLedger;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

/// Whole sessions over a real socket; only the guests are played.
@Timeout(60)
class VmctlTest {
    private static final String HEADER =
            "   ID   PID VCPUS  MAXMEM  CURMEM     TTY        OWNER    STATE NAME\n";

    @TempDir Path folder = Path.of("");
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final FakeConfiguration configuration = new FakeConfiguration();
    private final List<Boolean> terminated = new CopyOnWriteArrayList<>();
    private Optional<ControlServer> server = Optional.empty();

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void daemon() throws Exception {
        Ports ports =
                new Ports(
                        hypervisor,
                        new FakeNetwork(),
                        new Preflight(),
                        new FakeClock(),
                        Log.toNowhere(),
                        Duration.ofMinutes(2),
                        new FakeLedger());
        Registry registry =
                Registry.of(Samples.plan(List.of(), vm(1, "web"), vm(2, "mail")), ports);
        Accounts accounts = new Accounts(List.of("root:x:0:0::/root:/bin/sh"), List.of());
        server =
                Optional.of(
                        ControlServer.open(
                                socket(),
                                Owner.ROOT,
                                registry,
                                accounts,
                                configuration,
                                terminated::add,
                                Log.toNowhere()));
    }

    @AfterEach
    void end() throws IOException {
        server.orElseThrow().close();
        assertThat(socket()).doesNotExist();
    }

    private Vm vm(int id, String name) throws IOException {
        Path disk = Files.writeString(folder.resolve(name + ".img"), "raw");
        return Samples.withDisks(Samples.vm(id, name), disk.toString());
    }

    private Path socket() {
        return folder.resolve("vmd.sock");
    }

    @Test
    void lifeOfAVm() {
        assertThat(run("start", "web"))
                .isEqualTo(ok("vmctl: started vm 1 successfully, tty /dev/pts/1000\n"));
        assertThat(run("start", "web"))
                .isEqualTo(bad("vmctl: start vm command failed: Operation already in progress\n"));
        assertThat(run("status").out())
                .isEqualTo(
                        HEADER
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
        hypervisor.makeObedient(false);
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
        assertThat(hypervisor.latest().isPaused()).isTrue();
        assertThat(run("p", "1")).isEqualTo(ok("vmctl: paused vm 1 successfully\n"));
        assertThat(run("status", "web").out()).contains("   paused web\n");
        assertThat(run("unpause", "web")).isEqualTo(ok("vmctl: unpaused vm 1 successfully\n"));
        assertThat(run("status", "web").out()).contains("  running web\n");
        assertThat(run("pause", "wbe").err()).isEqualTo("vmctl: no such vm: wbe\n");
        run("pause", "web");
        assertThat(run("stop", "-w", "web")).isEqualTo(ok("stopping vm web: terminated vm 1\n"));
    }

    private String image(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "raw").toString();
    }

    @Test
    void aVmOfTheCommandLineLastsUntilItStops() throws IOException {
        String disk = image("own.img");
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
        String disk = image("child.img");
        assertThat(run("start", "-t", "web", "-d", disk, "child").status()).isZero();
        assertThat(run("status", "child").out()).contains("512M").contains("running child\n");
        assertThat(run("start", "-t", "nothing", "-d", disk, "other"))
                .isEqualTo(bad("vmctl: invalid template\n"));
        String parents = folder.resolve("web.img").toString();
        assertThat(run("start", "-t", "web", "-d", parents, "other").err())
                .isEqualTo(
                        "vmctl: disk %s is the parent's and cannot be reused\n".formatted(parents));
    }

    @Test
    void whatIsThereMayBootOnceFromAnotherImage() throws IOException {
        String kernel = image("bsd.rd");
        assertThat(run("start", "-b", kernel, "web").status()).isZero();
        run("stop", "-fw", "web");
        assertThat(run("start", "-L", "-d", kernel, "web"))
                .isEqualTo(bad("vmctl: start vm command failed: Operation already in progress\n"));
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedBeforeAnybodyIsAsked() throws IOException {
        String disk = image("a.img");
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

    @Test
    void reloadTakesAllOrNothing() throws IOException {
        run("start", "web");
        configuration.spoil("vm.conf:3:2: error: no such thing\n");
        assertThat(run("reload"))
                .isEqualTo(bad("vm.conf:3:2: error: no such thing\nvmctl: command failed\n"));
        assertThat(run("status").out()).hasLineCount(3);
        Vm other = Samples.withMemory(vm(1, "web"), 1L << 30);
        configuration.hold(Samples.plan(List.of(), vm(1, "news"), other));
        Run dry = run("reload", "--dry-run");
        assertThat(dry.out())
                .contains("vm \"web\": restart\n    memory: 512M -> 1G (restart)\n")
                .contains("vm \"news\": add\n", "vm \"mail\": remove\n");
        assertThat(run("status").out()).contains("stopped mail\n");
        assertThat(run("reload")).isEqualTo(ok(""));
        assertThat(run("status").out())
                .isEqualTo(
                        HEADER
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
        configuration.hold(Samples.plan(List.of(), vm(2, "mail")));
        run("reload");
        assertThat(run("status", "web").out()).contains("running web\n");
        run("stop", "-w", "web");
        assertThat(run("start", "web").err()).isEqualTo("vmctl: no such vm: web\n");
        configuration.hold(Samples.plan(List.of(), vm(1, "web"), vm(2, "mail")));
        assertThat(run("reload")).isEqualTo(ok(""));
        assertThat(run("status").out()).contains("stopped web\n");
    }

    @Test
    void loadAddsAndResolvesThePathItself() throws IOException {
        configuration.holdElsewhere(
                Samples.plan(List.of(), vm(1, "web"), Samples.enabled(vm(2, "new"))));
        assertThat(run("load", "more.conf")).isEqualTo(ok(""));
        assertThat(configuration.asked()).contains(Path.of("more.conf").toAbsolutePath());
        assertThat(run("status").out()).contains("    3  ", " new\n").hasLineCount(4);
        assertThat(run("load").status()).isEqualTo(1);
    }

    @Test
    void resetEndsAndForgets() throws IOException {
        run("start", "web");
        assertThat(run("reset", "switches")).isEqualTo(ok(""));
        assertThat(hypervisor.alive()).isEqualTo(1);
        assertThat(run("reset", "VMS")).isEqualTo(ok(""));
        assertThat(hypervisor.alive()).isZero();
        assertThat(run("status").out()).isEqualTo(HEADER);
        configuration.hold(Samples.plan(List.of(), vm(1, "mail")));
        run("reload");
        assertThat(run("status").out()).contains("    1     -").contains("stopped mail\n");
        assertThat(run("reset", "everything").err())
                .isEqualTo("usage:\tvmctl [-v] reset [all | switches | vms]\n");
    }

    @Test
    void logAndTerminateAreSilent() {
        assertThat(run("log", "b")).isEqualTo(ok(""));
        assertThat(run("log", "VERB")).isEqualTo(ok(""));
        assertThat(run("log", "loud").err()).isEqualTo("usage:\tvmctl [-v] log brief | verbose\n");
        assertThat(run("terminate")).isEqualTo(ok(""));
        assertThat(terminated).containsExactly(true);
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
        assertThat(run("console", "nothing").err()).isEqualTo("vmctl: no such vm: nothing\n");
    }

    @Test
    void crashIsToldBesideTheTable() {
        run("start", "web");
        hypervisor.latest().end(137, Exit.Cause.UNKNOWN);
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
        hypervisor.fail(Optional.of("qemu: no memory"));
        assertThat(run("start", "web")).isEqualTo(bad("vmctl: qemu: no memory\n"));
        assertThat(run("status").err()).startsWith("vmctl: web: start failed: qemu: no memory ");
    }

    @Test
    void consoleReplaysAndTypes() throws Exception {
        run("start", "web");
        hypervisor.latest().serial().print("hello\r\n");
        Run console = typing("poweroff\r~.", "console", "web");
        assertThat(console.status()).isZero();
        assertThat(console.out())
                .startsWith("Connected to /dev/pts/1000 (speed 115200)\r\n")
                .endsWith("[EOT]\n");
        hypervisor.latest().serial().awaitTyped("poweroff\r");
        assertThat(typing("", "console", "web").out()).contains("hello\r\n");
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
        assertThat(run(elsewhere, "", "status"))
                .isEqualTo(bad("vmctl: connect: /nowhere/vmd.sock: No such file or directory\n"));
    }

    @Test
    void secondDaemonIsRefusedAndADeadOnesSocketReplaced() throws Exception {
        assertThat(ControlServer.isAnswered(socket())).isTrue();
        server.orElseThrow().close();
        Files.writeString(socket(), "");
        assertThat(ControlServer.isAnswered(socket())).isFalse();
        daemon();
        assertThat(run("status").status()).isZero();
    }

    private Run run(String... arguments) {
        return typing("", arguments);
    }

    private Run typing(String input, String... arguments) {
        return run(Map.of("VMD_SOCKET", socket().toString()), input, arguments);
    }

    private static Run run(Map<String, String> environment, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Vmctl(environment, streams).run(List.of(arguments));
        return new Run(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Run ok(String err) {
        return new Run(0, "", err);
    }

    private static Run bad(String err) {
        return new Run(1, "", err);
    }
}

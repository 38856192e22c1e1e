package vmconf.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.ProcessId;

/// Real guests, from plan to power off.
@Tag("qemu")
@Timeout(300)
class MilestoneEndToEndTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    /// As root in a network namespace of its own, with a tap; else in user mode.
    @Test
    void twoGuestsLiveAndLeaveNothing() throws Exception {
        boolean root = Accounts.isRoot();
        Path linux = LinuxGuest.kernel();
        try (Namespace namespace = Namespace.make("test");
                EndToEnd vmd =
                        EndToEnd.start(folder, namespace.prefix(), plan(hello(), linux(linux)))) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            LinuxGuest guest = new LinuxGuest(vmd, "linux");
            guest.awaitSaid("eth0 address ");
            if (root) {
                guest.awaitSaid("eth0 address 100.64.2.3/31 router 100.64.2.2");
                assertThat(vmd.run("ping", "-c", "1", "-W", "5", "100.64.2.3").status()).isZero();
                assertThat(vmd.run("ip", "link", "show", "tap0").out())
                        .contains("alias vm2-if0-linux");
            }
            assertThat(vmd.vmctl("status").out()).contains(" running hello", " running linux");
            assertThat(vmd.typing("mem\r", "console", "hello").out())
                    .contains("64 MB memory, booted from disk");
            assertThat(vmd.vmctl("stop", "-w", "linux"))
                    .isEqualTo(new EndToEnd.Ran(0, "", "stopping vm linux: terminated vm 2\n"));
            assertThat(vmd.vmctl("show", "linux").out()).contains("shut down by ACPI after");
            if (root) {
                assertThat(vmd.run("ip", "link", "show", "tap0").status()).isNotZero();
            }
            assertThat(vmd.run().resolve("2")).doesNotExist();
            vmd.terminate();
            assertThat(vmd.socket()).doesNotExist();
            assertThat(vmd.run()).isEmptyDirectory();
        }
    }

    @Test
    void killedGuestShowsWithinASecond() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            long pid = pid(vmd);
            ProcessHandle qemu = ProcessHandle.of(pid).orElseThrow();
            assertThat(qemu.destroyForcibly()).isTrue();
            Wait.until("status tells", () -> vmd.vmctl("status").err().contains("hello"));
            EndToEnd.Ran status = vmd.vmctl("status");
            assertThat(status.err())
                    .startsWith("vmctl: hello: qemu was killed by signal 9 (SIGKILL) ");
            assertThat(status.out()).contains(" stopped hello");
            assertThat(vmd.vmctl("start", "hello").status()).isZero();
            Wait.until(
                    "it greets again", () -> vmd.console("hello").split("hello from").length > 2);
        }
    }

    @Test
    void deafGuestIsKilledInTheEnd() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            vmd.typing("deaf\r", "console", "hello");
            Wait.until("it is deaf", () -> vmd.console("hello").contains("power button ignored"));
            assertThat(vmd.vmctl("stop", "hello").err())
                    .isEqualTo("stopping vm hello: requested to shutdown vm 1\n");
            assertThat(vmd.vmctl("stop", "-fw", "hello").err())
                    .isEqualTo("stopping vm hello: terminated vm 1\n");
            assertThat(vmd.vmctl("show", "hello").out()).contains("forced to terminate");
        }
    }

    @Test
    void guestThatPowersOffIsNoCrash() throws Exception {
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(hello()))) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            vmd.typing("poweroff\r", "console", "hello");
            Wait.until(
                    "it is off",
                    () -> vmd.vmctl("show", "hello").out().contains("powered off by the guest"));
            assertThat(vmd.vmctl("status").err()).isEmpty();
        }
    }

    @Test
    void qemusOwnComplaintIsPassedOn() throws Exception {
        Path image = Files.writeString(folder.resolve("bad.img"), "QFI\u00fb", ISO_8859_1);
        Vm broken = Samples.withDisks(Samples.vm(1, "broken"), image.toString());
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(broken))) {
            EndToEnd.Ran start = vmd.vmctl("start", "broken");
            assertThat(start.err()).startsWith("vmctl: qemu: ").contains("bad.img");
            assertThat(vmd.run()).isEmptyDirectory();
        }
    }

    @Test
    void switchesAreJoined() throws Exception {
        assumeTrue(Accounts.isRoot(), "taps need root");
        Vm joined = Samples.withLinks(hello(), Samples.onSwitch("uplink"));
        Plan plan = Samples.plan(List.of(Samples.bridge("uplink", "bridge0")), joined);
        try (Namespace namespace = Namespace.make("test");
                EndToEnd vmd = EndToEnd.start(folder, namespace.prefix(), plan)) {
            Wait.until("it is refused", () -> vmd.vmctl("status").err().contains("ip link add"));
            vmd.run("ip", "link", "add", "name", "bridge0", "type", "bridge");
            assertThat(vmd.vmctl("start", "hello").status()).isZero();
            assertThat(vmd.run("ip", "link", "show", "tap0").out()).contains("master bridge0");
            vmd.vmctl("stop", "-fw", "hello");
            assertThat(vmd.run("ip", "link", "show", "tap0").status()).isNotZero();
        }
    }

    /// showcmd says what the process then has, as root in a network namespace with a tap.
    @Test
    void showcmdDoesNotLie() throws Exception {
        boolean root = Accounts.isRoot();
        Vm linked = Samples.withLinks(disabled(hello()), Samples.local(1));
        try (Namespace namespace = Namespace.make("test");
                EndToEnd vmd = EndToEnd.start(folder, namespace.prefix(), plan(linked))) {
            String shown = vmd.vmctl("showcmd", "hello").out();
            assertThat(vmd.vmctl("start", "hello").status()).isZero();
            assertThat(shown.replace("\\\n    ", ""))
                    .contains("\n" + String.join(" ", ProcessId.command(pid(vmd))) + "\n");
            assertThat(shown).contains("interface 0: ", "address 100.64.1.3, ");
            assertThat(vmd.vmctl("showcmd", "hello").out())
                    .startsWith(shown)
                    .endsWith("started with these arguments\n");
            if (root) {
                assertThat(shown).contains("\nip addr add 100.64.1.2/31 dev tap0\n");
            }
            Vm larger = Samples.withMemory(linked, 96 << 20);
            Files.writeString(folder.resolve("plan.yaml"), PlanYaml.toYaml(plan(larger)));
            assertThat(vmd.vmctl("reload").status()).isZero();
            assertThat(vmd.vmctl("showcmd", "hello").out())
                    .endsWith("started otherwise:\n#   then -m 64\n#   now  -m 96\n");
        }
    }

    private static Vm disabled(Vm vm) {
        Vm plain = Samples.withDisks(Samples.vm(vm.id(), vm.name()), vm.disks().getFirst().path());
        return Samples.withMemory(plain, vm.memory());
    }

    @Test
    void badImagesAreRefusedByName() throws Exception {
        Vm missing = Samples.withDisks(Samples.vm(1, "hello"), folder + "/none.img");
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(missing))) {
            EndToEnd.Ran start = vmd.vmctl("start", "hello");
            assertThat(start.status()).isEqualTo(1);
            assertThat(start.err())
                    .isEqualTo(
                            "vmctl: could not open disk image(s): %s/none.img: No such file or directory%n"
                                    .formatted(folder));
        }
    }

    @Test
    void guestOutlivesItsDaemon() throws Exception {
        Plan plan = plan(hello());
        EndToEnd first = EndToEnd.start(folder, List.of(), plan);
        Wait.until("hello greets", () -> first.console("hello").contains("hello from vmconf"));
        ProcessHandle qemu = ProcessHandle.of(pid(first)).orElseThrow();
        first.kill();
        assertThat(qemu.isAlive()).isTrue();
        try (EndToEnd second = EndToEnd.start(folder, List.of(), plan)) {
            assertThat(second.log()).contains("took over hello (vm 1), process " + qemu.pid());
            assertThat(pid(second)).isEqualTo(qemu.pid());
            second.typing("mem\r", "console", "hello");
            Wait.until(
                    "its console answers",
                    () -> second.vmctl("console", "hello").out().contains("mem\r\n64 MB"));
            assertThat(second.vmctl("start", "hello").status()).isEqualTo(1);
            assertThat(second.vmctl("stop", "-w", "hello").err())
                    .isEqualTo("stopping vm hello: terminated vm 1\n");
            assertThat(second.vmctl("show", "hello").out()).contains("shut down by ACPI after");
            assertThat(second.run()).isEmptyDirectory();
        }
    }

    @Test
    void frozenGuestIsToldAndHoldsUpNobody() throws Exception {
        Vm other = Samples.withDisks(Samples.withMemory(Samples.vm(2, "other"), 64 << 20), copy());
        Plan plan = plan(hello(), other);
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan)) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            long pid = pid(vmd);
            vmd.run("kill", "-s", "STOP", "" + pid);
            Wait.until(
                    "status tells",
                    () ->
                            vmd.vmctl("status")
                                    .err()
                                    .contains("hello: unresponsive: monitor: no answer to"));
            assertThat(vmd.vmctl("status", "hello").out()).contains(" running hello");
            assertThat(vmd.vmctl("start", "other").status()).isZero();
            assertThat(vmd.vmctl("stop", "-w", "other").status()).isZero();
            vmd.run("kill", "-s", "CONT", "" + pid);
            Wait.until("it is well", () -> vmd.vmctl("status").err().isEmpty());
            vmd.run("kill", "-s", "STOP", "" + pid);
            vmd.kill();
            try (EndToEnd next = EndToEnd.start(folder, List.of(), plan)) {
                assertThat(next.vmctl("status").err()).contains("hello: unresponsive: monitor:");
                assertThat(pid(next)).isEqualTo(pid);
                assertThat(next.vmctl("stop", "-fw", "hello").err())
                        .isEqualTo("stopping vm hello: terminated vm 1\n");
                assertThat(next.vmctl("show", "hello").out()).contains("forced to terminate");
                assertThat(next.run()).isEmptyDirectory();
            }
        }
    }

    /// SIGTERM leaves guests, SIGHUP takes the file anew, and what is killed meanwhile is told.
    @Test
    void signalsAndGuestsKilledMeanwhile() throws Exception {
        EndToEnd first = EndToEnd.start(folder, List.of(), plan(hello()));
        Wait.until("hello greets", () -> first.console("hello").contains("hello from vmconf"));
        ProcessHandle qemu = ProcessHandle.of(pid(first)).orElseThrow();
        first.signal("TERM");
        assertThat(first.log()).contains("terminating, guests run on");
        assertThat(first.socket()).doesNotExist();
        assertThat(qemu.isAlive()).isTrue();
        EndToEnd second = EndToEnd.start(folder, List.of(), plan(Samples.vm(1, "new")));
        Files.writeString(folder.resolve("plan.yaml"), PlanYaml.toYaml(plan(hello())));
        second.run("kill", "-s", "HUP", "" + second.pid());
        Wait.until("the file is taken", () -> second.log().contains("generation 3"));
        assertThat(pid(second)).isEqualTo(qemu.pid());
        assertThat(second.vmctl("terminate", "--keep").status()).isZero();
        assertThat(second.awaitDeath()).isZero();
        qemu.destroyForcibly();
        Wait.until("it has gone", () -> !qemu.isAlive());
        Vm disabled = Samples.withDisks(Samples.vm(1, "hello"), folder + "/hello.img");
        try (EndToEnd third = EndToEnd.start(folder, List.of(), plan(disabled))) {
            assertThat(third.vmctl("status").err())
                    .contains("hello: ended before this vmd started, nobody saw how");
            assertThat(third.run()).isEmptyDirectory();
        }
    }

    private String copy() throws IOException {
        Path image = folder.resolve("other.img");
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        return image.toString();
    }

    @Test
    void vmConfIsCompiled() throws Exception {
        hello();
        Path conf =
                Files.writeString(
                        folder.resolve("vm.conf"),
                        """
                        image = "%s/hello.img"
                        vm "hello" {
                            memory 64M
                            disk $image
                        }
                        """
                                .formatted(folder));
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), conf)) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("64 MB memory"));
        }
    }

    private static long pid(EndToEnd vmd) throws Exception {
        String row = vmd.vmctl("status", "hello").out().lines().toList().get(1);
        return Long.parseLong(row.strip().split(" +")[1]);
    }

    private static Plan plan(Vm... vms) {
        return Samples.plan(List.of(), vms);
    }

    private Vm hello() throws IOException {
        Path image = folder.resolve("hello.img");
        if (!Files.exists(image)) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        }
        Vm vm = Samples.withMemory(Samples.vm(1, "hello"), 64 << 20);
        return Samples.enabled(Samples.withDisks(vm, image.toString()));
    }

    private static Vm linux(Path kernel) {
        Vm vm = Samples.withMemory(Samples.vm(2, "linux"), 128 << 20).withImage(kernel.toString());
        return Samples.enabled(Samples.withLinks(vm, Samples.local(2)));
    }
}

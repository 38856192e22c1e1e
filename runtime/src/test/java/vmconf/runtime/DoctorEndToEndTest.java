package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.vmctl.InProcess;

/// What doctor calls fine starts, and what start refuses doctor has named.
@Tag("qemu")
@Timeout(300)
class DoctorEndToEndTest {
    @TempDir Path folder = Path.of("");
    @TempDir Path elsewhere = Path.of("");
    private final List<Vm> vms = new ArrayList<>();

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @Test
    void doctorAndStartAgree() throws Exception {
        boolean root = Accounts.isRoot();
        Set<String> bad = new TreeSet<>(refused());
        fine();
        if (root) {
            bad.addAll(refusedByTheNetwork());
        }
        Process other = holder(image(locked()));
        try (Namespace namespace = Namespace.make("doctor");
                EndToEnd vmd = EndToEnd.start(folder, namespace.prefix(), plan())) {
            Wait.until("hello greets", () -> vmd.console("hello").contains("hello from vmconf"));
            InProcess.Ran doctor = vmctl(vmd, "doctor", "--json");
            assertThat(doctor.status()).isEqualTo(1);
            Set<String> named = wrong(doctor.out());
            Set<String> failed = new TreeSet<>();
            for (Vm vm : vms.subList(1, vms.size())) {
                if (vmctl(vmd, "start", vm.name()).status() != 0) {
                    failed.add(vm.name());
                }
                vmctl(vmd, "stop", "-fw", vm.name());
            }
            assertThat(named).as(doctor.out()).isEqualTo(failed).containsAll(bad);
            assertThat(named).doesNotContain("hello", "over", "disc", "offline");
            assertThat(vmctl(vmd, "doctor", "hello", "over").out())
                    .contains("vm \"hello\"\n  ok       start: it runs\n")
                    .contains("vm \"over\"\n  ok       start: it would start\n")
                    .doesNotContain("vm \"disc\"");
            assertThat(vmctl(vmd, "doctor", "--json", "over").status()).isZero();
            if (root) {
                assertThat(vmctl(vmd, "doctor", "nobridge").out())
                        .contains("fix: ip link add name bridge0", "not in qcow2 format");
            }
            Path file = folder.resolve("plan.yaml");
            assertThat(other(vmd, file).out())
                    .contains("another vmd, process " + vmd.pid() + ", uses ")
                    .contains("fix: use that one, or end it: kill " + vmd.pid() + "\n");
            assertThat(vmctl(vmd, "doctor", "none").err()).isEqualTo("vmctl: no such vm: none\n");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void worksWithoutADaemonToo() throws Exception {
        image("hello.img");
        vms.add(disk("hello", "hello.img"));
        vms.add(disk("missing", "none.img"));
        Path file = Files.writeString(folder.resolve("plan.yaml"), PlanYaml.toYaml(plan()));
        Path socket = folder.resolve("none.sock");
        InProcess.Ran ran = alone(socket, "doctor", "-f", file.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("host\n")
                .contains("vm \"hello\"\n  ok       start: it would start\n")
                .contains("fix: vmctl create -s 10G " + folder.resolve("none.img") + "\n")
                .endsWith("1 error, 0 warnings\n");
        assertThat(alone(socket, "doctor", "-f", file.toString(), "hello").status()).isZero();
        Path wrong = Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n  memry 1G\n}\n");
        assertThat(alone(socket, "doctor", "-f", wrong.toString()).out())
                .contains("configuration: ", "vm.conf:2:");
        assertThat(alone(socket, "doctor").out())
                .startsWith("host\n  warning  daemon: no vmd answers at " + socket);
        assertThat(Files.exists(socket)).isFalse();
    }

    private static InProcess.Ran alone(Path socket, String... arguments) {
        return InProcess.withoutDaemon(new Unattended(), socket, arguments);
    }

    private void fine() throws Exception {
        qemuImg("create", "-q", "-f", "qcow2", at("base.qcow2"), "4M");
        qemuImg("create", "-q", "-f", "qcow2", "-b", "base.qcow2", "-F", "qcow2", at("over.qcow2"));
        vms.add(disk("over", "over.qcow2"));
        image("disc.iso");
        vms.add(Samples.withDisc(Samples.vm(0, "disc"), at("disc.iso")));
        image("offline.img");
        vms.add(
                Samples.withLinks(
                        disk("offline", "offline.img"), Samples.locked(Samples.unattached())));
    }

    /// Each for another reason.
    private Set<String> refused() throws Exception {
        image("hello.img");
        vms.add(Samples.enabled(disk("hello", "hello.img")));
        vms.add(disk("shared", "hello.img"));
        vms.add(disk("missing", "none.img"));
        vms.add(disk("folder", "."));
        vms.add(disk("locked", locked()));
        image("raw.img");
        Disk qcow2 = new Disk(at("raw.img"), DiskFormat.QCOW2);
        vms.add(Samples.withDisks(Samples.vm(0, "format"), List.of(qcow2)));
        qemuImg("create", "-q", "-f", "qcow2", at("gone.qcow2"), "4M");
        qemuImg("create", "-q", "-f", "qcow2", "-b", "gone.qcow2", "-F", "qcow2", at("top.qcow2"));
        Files.delete(folder.resolve("gone.qcow2"));
        vms.add(disk("orphan", "top.qcow2"));
        vms.add(kernel("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0}));
        vms.add(kernel("elf", Files.readAllBytes(Path.of("/bin/true"))));
        vms.add(kernel("rom", new byte[10]));
        vms.add(Samples.vm(0, "nothing"));
        image("uefi.img");
        Optional<String> noVariables = Optional.of(at("uefi.img").toString());
        Boot uefi = new Boot(Optional.empty(), BootDevice.AUTO, Firmware.UEFI, noVariables);
        vms.add(Samples.withBoot(disk("uefi", "uefi.img"), uefi));
        return Set.of(
                "shared", "missing", "folder", "locked", "format", "orphan", "gzip", "elf", "rom",
                "nothing", "uefi");
    }

    private Set<String> refusedByTheNetwork() throws IOException {
        image("net.img");
        Files.writeString(folder.resolve("text.img"), "text");
        Disk broken = new Disk(at("text.img"), DiskFormat.QCOW2);
        Vm plain = Samples.withDisks(Samples.vm(0, "nobridge"), List.of(broken));
        vms.add(Samples.withLinks(plain, Samples.onSwitch("uplink")));
        vms.add(Samples.withLinks(disk("noswitch", "net.img"), Samples.onSwitch("none")));
        return Set.of("nobridge", "noswitch");
    }

    /// The VMs that have an error.
    private static Set<String> wrong(String json) {
        JsonNode findings = JsonMapper.builder().build().readTree(json).path("findings");
        return findings.valueStream()
                .filter(each -> each.path("verdict").asString().equals("error"))
                .flatMap(
                        each ->
                                each.path("vm").isString()
                                        ? Stream.of(each.path("vm").asString())
                                        : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static InProcess.Ran vmctl(EndToEnd vmd, String... arguments) {
        return InProcess.vmctl(vmd.socket(), "", arguments);
    }

    /// What a second daemon would find.
    private EndToEnd.Ran other(EndToEnd vmd, Path file) throws Exception {
        return vmd.vmctl("doctor", "-f", file.toString(), "over");
    }

    private Plan plan() {
        Vm[] numbered = new Vm[vms.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = Samples.withMemory(vms.get(i).renumbered(i + 1), 64 << 20);
        }
        return Samples.plan(List.of(Samples.bridge("uplink", "bridge0")), numbered);
    }

    private Vm disk(String name, String file) {
        return Samples.withDisks(Samples.vm(0, name), at(file));
    }

    private Vm kernel(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name + ".kernel"), content);
        return Samples.vm(0, name).withImage(file.toString());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Path image(String name) throws IOException {
        Path image = folder.resolve(name);
        if (!Files.exists(image)) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        }
        return image;
    }

    private static void qemuImg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("qemu-img"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /// A QEMU that nobody knows has the image.
    /// Another program's.
    private String locked() {
        return elsewhere.resolve("locked.img").toString();
    }

    private static Process holder(Path image) throws Exception {
        Process qemu =
                new ProcessBuilder(
                                "qemu-system-x86_64",
                                "-nodefaults",
                                "-display",
                                "none",
                                "-S",
                                "-qmp",
                                "stdio",
                                "-drive",
                                "if=virtio,format=raw,file=" + image)
                        .start();
        qemu.inputReader().readLine();
        return qemu;
    }
}

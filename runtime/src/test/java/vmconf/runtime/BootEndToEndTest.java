package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.vmctl.InProcess;

/// Every way in which a guest comes up, from vm.conf on.
@Tag("qemu")
@Timeout(300)
class BootEndToEndTest {
    private static final String HELLO = "hello from vmconf: 64 MB memory, booted from disk";
    private static final Path OVMF = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");

    @TempDir Path folder = Path.of("");
    private Optional<Namespace> namespace = Optional.empty();
    private Optional<EndToEnd> running = Optional.empty();

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @BeforeEach
    void images() throws Exception {
        namespace = Optional.of(Namespace.make("boot"));
        Path hello = EndToEnd.guests().resolve("hello");
        for (String image : List.of("hello.img", "hello.elf", "hello-efi.img")) {
            Files.copy(hello.resolve(image), at(image));
        }
        Files.write(at("empty.img"), new byte[1 << 20]);
    }

    @AfterEach
    void end() throws Exception {
        running.ifPresent(EndToEnd::terminate);
        if (namespace.isPresent()) {
            namespace.get().close();
        }
    }

    @Test
    void disksOfEveryFormat() throws Exception {
        qemuImg("convert", "-f", "raw", "-O", "qcow2", at("hello.img"), at("hello.qcow2"));
        qemuImg("create", "-q", "-f", "qcow2", "-b", "hello.qcow2", "-F", "qcow2", at("a.qcow2"));
        start(
                vm("raw", "disk \"%s/hello.img\""),
                vm("qcow2", "disk \"%s/a.qcow2\""),
                vm("told", "disk \"%s/b.img\" format qcow2"));
        qemuImg("create", "-q", "-f", "qcow2", "-b", "hello.qcow2", "-F", "qcow2", at("b.img"));
        for (String vm : List.of("raw", "qcow2", "told")) {
            boots(vm, HELLO);
        }
        assertThat(vmctl("drift").status()).isZero();
        types("raw", "reboot");
        Wait.until("it is up again", () -> times("raw", HELLO) == 2);
        assertThat(vmctl("status", "raw").out()).contains(" running raw");
        for (String vm : List.of("raw", "qcow2", "told")) {
            types(vm, "poweroff");
            Wait.until("it is off", () -> show(vm).contains("powered off by the guest"));
        }
    }

    @Test
    void discsWithAndWithoutADisk() throws Exception {
        HelloDisc.write(at("hello.iso"), at("hello.img"));
        start(
                vm("disc", "cdrom \"%s/hello.iso\""),
                vm("both", "cdrom \"%s/hello.iso\"", "disk \"%s/empty.img\""),
                vm(
                        "forced",
                        "cdrom \"%s/hello.iso\"",
                        "disk \"%s/hello.img\"",
                        "boot device cdrom"));
        boots("disc", HELLO);
        boots("both", HELLO);
        boots("forced", HELLO);
        types("forced", "reboot");
        Wait.until("it is off", () -> vmctl("status", "forced").out().contains(" stopped forced"));
        assertThat(show("forced")).contains("stopped at the guest's reboot");
        assertThat(vmctl("status").err()).isEmpty();
        types("both", "reboot");
        Wait.until("it is up again", () -> times("both", HELLO) == 2);
    }

    @Test
    void forcedDisksAndNetworks() throws Exception {
        HelloDisc.write(at("hello.iso"), at("hello.img"));
        start(
                vm("disk", "cdrom \"%s/hello.iso\"", "disk \"%s/empty.img\"", "boot device disk"),
                vm("net", "disk \"%s/hello.img\"", "interface", "boot device net"));
        assertThat(vmctl("start", "disk").status()).isZero();
        assertThat(vmctl("start", "net").status()).isZero();
        Wait.until("nothing boots", () -> times("disk", "No bootable device") == 1);
        Wait.until("the network is tried", () -> times("net", "iPXE") > 0);
        Wait.until("and has nothing", () -> times("net", "No bootable device") == 1);
        assertThat(vmd().console("net")).doesNotContain(HELLO);
    }

    @Test
    void kernelsWithTheirCommandLine() throws Exception {
        Files.writeString(at("hello.elf.cmdline"), "root=/dev/sd0a -s\n");
        start(vm("kernel", "boot \"%s/hello.elf\"", "disk \"%s/empty.img\""));
        boots("kernel", "64 MB memory, booted as kernel");
        types("kernel", "args");
        Wait.until("it has words", () -> times("kernel", "root=/dev/sd0a -s") == 1);
        types("kernel", "poweroff");
        Wait.until("it is off", () -> show("kernel").contains("powered off by the guest"));
    }

    /// Everything that a VM can have, and a kernel that unpacks itself.
    @Test
    void fourOfEachAndTwoProcessors() throws Exception {
        Path kernel = LinuxGuest.kernel().resolveSibling("vmlinuz");
        Files.copy(kernel, at("bzimage"));
        Files.copy(kernel.resolveSibling("initramfs.cpio.gz"), at("bzimage.initrd"));
        Files.writeString(at("bzimage.cmdline"), "console=ttyS0 quiet\n");
        HelloDisc.write(at("hello.iso"), at("hello.img"));
        for (int disk = 1; disk <= 4; disk++) {
            Files.write(at("d" + disk), new byte[disk << 20]);
        }
        start(
                """
                vm "linux" {
                    disable
                    memory 128M
                    cpus 2
                    boot "%1$s/bzimage"
                    cdrom "%1$s/hello.iso"
                    disk "%1$s/d1"
                    disk "%1$s/d2"
                    disk "%1$s/d3"
                    disk "%1$s/d4"
                    local interface
                    interfaces 4
                }
                """
                        .formatted(folder));
        assertThat(vmctl("start", "linux").status()).isZero();
        LinuxGuest linux = new LinuxGuest(vmd(), "linux");
        linux.awaitSaid("cdrom sr0 0 MB");
        assertThat(vmd().console("linux"))
                .contains("disk vda 1 MB", "disk vdb 2 MB", "disk vdc 3 MB", "disk vdd 4 MB");
        assertThat(linux.run("nproc; ls -d /sys/class/net/eth*").out())
                .contains("\n2\r", "eth0", "eth1", "eth2", "eth3");
        types("linux", "poweroff -f");
        Wait.until("it is off", () -> show("linux").contains("powered off by the guest"));
    }

    /// The firmware's variables are kept when the machine is off, each VM's its own.
    @Test
    void uefiWithVariablesThatStay() throws Exception {
        assumeTrue(Files.exists(OVMF), "the package ovmf is not installed");
        start(
                vm("uefi", "disk \"%s/hello-efi.img\"", "firmware uefi", "efivars \"%s/my.fd\""),
                vm("other", "disk \"%s/empty.img\"", "firmware uefi", "efivars \"%s/my.fd\""),
                vm("none", "disk \"%s/none.img\"", "firmware uefi"));
        String shown = vmctl("showcmd", "uefi").out();
        assertThat(shown).contains("# efivars: " + at("my.fd"), "# new efivars: ");
        assertThat(vmctl("doctor", "uefi").out()).contains("start: it would start");
        assertThat(at("my.fd")).doesNotExist();
        boots("uefi", "booted by uefi, boot 1");
        assertThat(vmctl("showcmd", "uefi").out()).contains("started with these arguments");
        assertThat(vmctl("drift").status()).isZero();
        assertThat(vmctl("start", "other").err()).contains("my.fd is used by vm \"uefi\"");
        types("uefi", "reboot");
        Wait.until("it is up again", () -> times("uefi", "booted by uefi, boot 2") == 1);
        assertThat(vmctl("stop", "-fw", "uefi").status()).isZero();
        vmd().kill();
        start(vm("uefi", "disk \"%s/hello-efi.img\"", "firmware uefi", "efivars \"%s/my.fd\""));
        boots("uefi", "booted by uefi, boot 3");
        types("uefi", "poweroff");
        Wait.until("it is off", () -> show("uefi").contains("powered off by the guest"));
    }

    private EndToEnd vmd() {
        return running.orElseThrow();
    }

    private void boots(String vm, String greeting) {
        assertThat(vmctl("start", vm).err()).contains("started vm");
        Wait.until(vm + " greets", () -> times(vm, greeting) == 1);
    }

    private void types(String vm, String line) {
        vmctlTyping(line + "\r", "console", vm);
    }

    private int times(String vm, String text) throws IOException {
        return vmd().console(vm).split(Pattern.quote(text), -1).length - 1;
    }

    private String show(String vm) {
        return vmctl("show", vm).out();
    }

    private InProcess.Ran vmctl(String... words) {
        return vmctlTyping("", words);
    }

    private InProcess.Ran vmctlTyping(String input, String... words) {
        return InProcess.vmctl(vmd().socket(), input, words);
    }

    /// @param lines with the folder for `%s`
    private String vm(String name, String... lines) {
        StringBuilder text = new StringBuilder("vm \"" + name + "\" {\n    disable\n    memory ");
        text.append(name.matches("uefi|other|none") ? "128M\n" : "64M\n");
        for (String line : lines) {
            text.append("    ").append(line.replace("%s", folder.toString())).append('\n');
        }
        return text.append("}\n").toString();
    }

    private void start(String... vms) throws Exception {
        Path file = Files.writeString(folder.resolve("vm.conf"), String.join("", vms));
        List<String> prefix = namespace.orElseThrow().prefix();
        running = Optional.of(EndToEnd.start(folder, prefix, file));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private void qemuImg(Object... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("qemu-img");
        for (Object word : words) {
            builder.command().add(word.toString());
        }
        assertThat(builder.directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
    }
}

package vmconf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.Vm;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Uefi;
import vmconf.runtime.Samples;

class PreflightTest {
    @TempDir Path folder = Path.of("");
    private final Preflight preflight = new Preflight(Samples.FIRMWARE);

    @Test
    void tellsFormatsBySignature() throws Exception {
        Path raw = file("a.img", 'n', 'o');
        Path qcow2 = file("b.img", 'Q', 'F', 'I', 0xfb, 0, 0);
        Vm vm = Samples.withDisks(Samples.vm(1, "web"), raw.toString(), qcow2.toString());
        assertThat(preflight.inspect(vm).disks())
                .extracting(Disk::format)
                .containsExactly(DiskFormat.RAW, DiskFormat.QCOW2);
    }

    @Test
    void missingDiskIsNamedWithItsReason() {
        Vm vm = Samples.withDisks(Samples.vm(1, "web"), folder + "/none.img");
        assertThatThrownBy(() -> preflight.inspect(vm))
                .hasMessage(
                        "could not open disk image(s): %s/none.img: No such file or directory"
                                .formatted(folder));
        Vm odd = Samples.withDisks(Samples.vm(1, "web"), folder.toString());
        assertThatThrownBy(() -> preflight.inspect(odd)).hasMessageEndingWith("not a regular file");
    }

    /// Where names come over a socket, they are whatever somebody sends.
    @Test
    void whatIsNoPathIsNamedAsSuch() {
        Vm disk = Samples.withDisks(Samples.vm(1, "web"), "/a\0.img");
        assertThatThrownBy(() -> preflight.inspect(disk))
                .hasMessage("could not open disk image(s): /a\0.img: not a path of this host");
        assertThat(preflight.examine(disk))
                .singleElement()
                .satisfies(each -> assertThat(each.toString()).doesNotContain("vmctl create"));
        Boot odd =
                new Boot(Optional.of("/bsd\0"), BootDevice.AUTO, Firmware.BIOS, Optional.empty());
        assertThatThrownBy(() -> preflight.inspect(Samples.withBoot(Samples.vm(1, "web"), odd)))
                .hasMessage("cannot open kernel: /bsd\0: not a path of this host");
    }

    @Test
    void somethingToBootFromIsNeeded() {
        assertThatThrownBy(() -> preflight.inspect(Samples.vm(1, "web")))
                .hasMessage("no kernel or disk/cdrom specified");
    }

    @Test
    void theNetworkIsSomethingToBootFrom() throws Exception {
        Boot net = new Boot(Optional.empty(), BootDevice.NET, Firmware.BIOS, Optional.empty());
        assertThat(preflight.inspect(Samples.withBoot(Samples.vm(1, "web"), net)).boot())
                .isEqualTo(new BootImage.None());
    }

    @Test
    void kernelsAreToldFromFirmware() throws Exception {
        Path kernel = file("bsd", 0x7f, 'E', 'L', 'F');
        assertThat(boot(kernel))
                .isEqualTo(new BootImage.Kernel(kernel, Optional.empty(), "console=ttyS0"));
        Path initrd = file("bsd.initrd", 1);
        Files.writeString(folder.resolve("bsd.cmdline"), "quiet console=ttyS0\nmore\n");
        assertThat(boot(kernel))
                .isEqualTo(
                        new BootImage.Kernel(kernel, Optional.of(initrd), "quiet console=ttyS0"));
        Path rom = file("bios", 0xea);
        assertThat(boot(rom)).isEqualTo(new BootImage.Rom(rom));
        int[] linux = new int[0x206];
        "HdrS".chars().forEach(c -> linux[0x202 + "HdrS".indexOf(c)] = c);
        Path image = file("vmlinuz", linux);
        assertThat(boot(image)).isInstanceOf(BootImage.Kernel.class);
        Path packed = file("bsd.gz", 0x1f, 0x8b);
        assertThatThrownBy(() -> boot(packed)).hasMessageContaining("unpack it first");
    }

    /// With all images down to where it goes wrong.
    @Test
    void chainsAreFollowed() throws Exception {
        file("c.raw", 1);
        overlay("b.qcow2", "c.raw");
        overlay("a.qcow2", "./b.qcow2");
        preflight.inspect(overlaid("a.qcow2"));
        Files.delete(at("c.raw"));
        refused(
                "a.qcow2",
                "base c.raw does not exist: %1$s/a.qcow2 -> %1$s/./b.qcow2 -> %1$s/./c.raw");
        overlay("b.qcow2", "a.qcow2");
        refused(
                "a.qcow2",
                "its images are below each other:"
                        + " %1$s/a.qcow2 -> %1$s/./b.qcow2 -> %1$s/./a.qcow2");
        overlay("4.qcow2", "");
        for (int image = 3; image >= 0; image--) {
            overlay(image + ".qcow2", (image + 1) + ".qcow2");
        }
        preflight.inspect(overlaid("1.qcow2"));
        refused("0.qcow2", "more than 4 images in a row: %1$s/0.qcow2 -> %1$s/1.qcow2");
        assertThat(preflight.examine(overlaid("0.qcow2")))
                .extracting(Finding::check)
                .contains("disk");
        overlay("n.qcow2", "nbd://host");
        preflight.inspect(overlaid("n.qcow2"));
    }

    private void refused(String disk, String reason) {
        assertThatThrownBy(() -> preflight.inspect(overlaid(disk)))
                .hasMessageStartingWith(
                        ("could not open disk image(s): %1$s/" + disk + ": " + reason)
                                .formatted(folder));
    }

    private Vm overlaid(String disk) {
        return Samples.withDisks(Samples.vm(1, "web"), at(disk).toString());
    }

    private void overlay(String name, String backing) throws IOException {
        byte[] base = backing.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(512);
        head.putInt(0, 0x514649fb).putInt(4, 3).putInt(100, 104);
        if (base.length > 0) {
            head.putLong(8, 256).putInt(16, base.length).put(256, base);
        }
        Files.write(at(name), head.array());
    }

    /// A sparse file that no file system holds when it is full.
    @Test
    void thinImagesAreMeasured() throws Exception {
        Path thin = file("thin.img", 0);
        try (RandomAccessFile image = new RandomAccessFile(thin.toFile(), "rw")) {
            image.setLength(1L << 42);
        }
        Vm web = Samples.withDisks(Samples.vm(1, "web"), thin.toString());
        assertThat(preflight.examine(web))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.verdict()).isEqualTo(Verdict.WARNING);
                            assertThat(each.text()).contains("thin.img may grow by 4194303 MiB");
                        });
        Vm full = Samples.withDisks(Samples.vm(1, "web"), file("full.img", 1, 2).toString());
        assertThat(preflight.examine(full)).isEmpty();
    }

    @Test
    void disksBelongToOneVmUntilTheyAreGivenBack() throws Exception {
        Path disk = file("a.img", 0);
        Path alias = Files.createSymbolicLink(folder.resolve("alias.img"), disk);
        Vm web = Samples.withDisks(Samples.vm(1, "web"), disk.toString());
        Vm db = Samples.withDisks(Samples.vm(2, "db"), alias.toString());
        ImageClaim claim = preflight.claim(web, preflight.inspect(web));
        Media same = preflight.inspect(db);
        assertThatThrownBy(() -> preflight.claim(db, same))
                .hasMessageEndingWith("is used by vm \"web\"");
        claim.close();
        preflight.claim(db, same).close();
    }

    /// The firmware is the one whose variables the VM has, the first for a VM that has none.
    @Test
    void uefiHasAFileOfItsOwn() throws Exception {
        Preflight uefi = new Preflight(firmware());
        Media fresh = uefi.inspect(uefi(1, Optional.empty()));
        Path own = folder.resolve("efivars/web1.fd");
        assertThat(fresh.uefi()).contains(new Uefi(at("code.fd"), own, Optional.of(at("vars.fd"))));
        assertThat(own).doesNotExist();
        uefi.claim(uefi(1, Optional.empty()), fresh).close();
        assertThat(own).hasContent("vvvv");
        assertThat(Files.getPosixFilePermissions(own)).hasToString("[OWNER_READ, OWNER_WRITE]");
        Files.writeString(own, "wwww");
        Media again = uefi.inspect(uefi(1, Optional.empty()));
        uefi.claim(uefi(1, Optional.empty()), again).close();
        assertThat(own).hasContent("wwww");
        Path old = Files.writeString(folder.resolve("mine.fd"), "vv");
        assertThat(uefi.inspect(uefi(1, Optional.of(old.toString()))).uefi())
                .contains(new Uefi(at("oldcode.fd"), old, Optional.empty()));
    }

    @Test
    void variablesOfUefiBelongToOneVm() throws Exception {
        Preflight uefi = new Preflight(firmware());
        Optional<String> file = Optional.of(folder + "/shared.fd");
        Vm web = uefi(1, file);
        ImageClaim claim = uefi.claim(web, uefi.inspect(web));
        Vm other = uefi(2, file);
        Media same = uefi.inspect(other);
        assertThatThrownBy(() -> uefi.claim(other, same))
                .hasMessageEndingWith("shared.fd is used by vm \"web1\"");
        assertThat(uefi.examine(other))
                .extracting(Finding::text)
                .anyMatch(each -> each.endsWith("is used by vm \"web1\""));
        claim.close();
        uefi.reclaim(web);
        assertThatThrownBy(() -> uefi.claim(other, same)).hasMessageContaining("web1");
    }

    @Test
    void uefiIsRefusedForWhatItIs() throws Exception {
        assertThatThrownBy(() -> preflight.inspect(uefi(1, Optional.empty())))
                .hasMessage("firmware uefi needs OVMF; install the package ovmf");
        Preflight uefi = new Preflight(firmware());
        Path odd = Files.writeString(folder.resolve("odd.fd"), "vvvvv");
        assertThatThrownBy(() -> uefi.inspect(uefi(1, Optional.of(odd.toString()))))
                .hasMessageContaining("odd.fd: no variables of the firmware");
        assertThatThrownBy(() -> uefi.inspect(uefi(1, Optional.of(folder + "/no/a.fd"))))
                .hasMessageEndingWith("make the folder " + folder + "/no");
        assertThatThrownBy(() -> uefi.inspect(uefi(1, Optional.of(folder.toString()))))
                .hasMessageEndingWith("not a regular file");
        Path elf = file("bsd", 0x7f, 'E', 'L', 'F');
        Vm kernel = uefi(1, Optional.empty()).withImage(elf.toString());
        assertThatThrownBy(() -> uefi.inspect(kernel)).hasMessageContaining("is an ELF kernel");
        Vm rom = uefi(1, Optional.empty()).withImage(file("rom", 1).toString());
        assertThatThrownBy(() -> uefi.inspect(rom)).hasMessageContaining("is firmware itself");
    }

    private Vm uefi(int id, Optional<String> efivars) throws IOException {
        Boot boot = new Boot(Optional.empty(), BootDevice.AUTO, Firmware.UEFI, efivars);
        Vm vm = Samples.withDisks(Samples.vm(id, "web" + id), file(id + ".img", 0).toString());
        return Samples.withBoot(vm, boot);
    }

    private UefiFirmware firmware() throws IOException {
        Files.writeString(at("vars.fd"), "vvvv");
        Files.writeString(at("oldvars.fd"), "vv");
        Files.writeString(at("code.fd"), "");
        Files.writeString(at("oldcode.fd"), "");
        return new UefiFirmware(
                List.of(
                        new UefiFirmware.Pair(at("none.fd"), at("vars.fd")),
                        new UefiFirmware.Pair(at("code.fd"), at("vars.fd")),
                        new UefiFirmware.Pair(at("oldcode.fd"), at("oldvars.fd"))),
                at("efivars"));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private BootImage boot(Path image) throws MediaException {
        return preflight.inspect(Samples.vm(1, "web").withImage(image.toString())).boot();
    }

    private Path file(String name, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void planFilesMustKeepTheirLimits() {
        assertThat(PlanBounds.problems(Samples.plan(List.of(), Samples.vm(1, "web")))).isEmpty();
        assertThat(
                        PlanBounds.problems(
                                Samples.plan(
                                        List.of(), Samples.vm(1, "../etc"), Samples.vm(1, "web"))))
                .containsExactlyInAnyOrder(
                        "vm \"web\": name or id is not unique", "vm \"../etc\": invalid VM name");
    }
}

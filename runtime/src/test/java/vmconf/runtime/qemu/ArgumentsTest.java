package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.plan.Boot;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.LocalAddress;
import vmconf.plan.Vm;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Blueprint;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Forward;
import vmconf.plan.machine.Uefi;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Bound;
import vmconf.runtime.host.HeldFile;
import vmconf.runtime.host.Media;
import vmconf.testdata.Golden;

class ArgumentsTest {
    private static final Disk RAW = new Disk("/var/vm/web.img", DiskFormat.RAW);
    private static final Disk QCOW2 = new Disk("/var/vm/data, old.qcow2", DiskFormat.QCOW2);
    private static final Path ISO = Path.of("/var/vm/install75.iso");
    private static final LocalAddress LOCAL = Samples.local("100.64.1.2", "100.64.1.3");

    @Test
    void disks() {
        check("disks", vm(BootDevice.AUTO), media(new BootImage.None(), RAW, QCOW2), List.of());
    }

    @Test
    void kernel() {
        BootImage kernel =
                new BootImage.Kernel(
                        Path.of("/bsd.rd"),
                        Optional.of(Path.of("/bsd.rd.initrd")),
                        "console=ttyS0");
        check("kernel", vm(BootDevice.AUTO), media(kernel, RAW), List.of());
    }

    @Test
    void firmwareImage() {
        BootImage rom = new BootImage.Rom(Path.of("/etc/firmware/vmm-bios"));
        check("rom", vm(BootDevice.AUTO), media(rom, RAW), List.of());
    }

    @Test
    void installerFromCdrom() {
        Media media = new Media(List.of(RAW), Optional.of(ISO), new BootImage.None());
        check("cdrom", vm(BootDevice.AUTO), media, List.of());
    }

    @Test
    void forcedCdrom() {
        Media media = new Media(List.of(RAW), Optional.of(ISO), new BootImage.None());
        check("forced-cdrom", vm(BootDevice.CDROM), media, List.of());
    }

    @Test
    void forcedNet() {
        List<Attachment> links = List.of(new Attachment.Tap(Samples.MAC, "tap0"));
        check("forced-net", vm(BootDevice.NET), media(new BootImage.None(), RAW), links);
    }

    /// What a user supplied is opened by what leads to the file that was judged.
    @Test
    void boundFiles() {
        record Held(Path path) implements HeldFile {
            @Override
            public void close() {}
        }
        Path top = Path.of("/home/joe/a.qcow2");
        Path middle = Path.of("/home/joe/b.qcow2");
        Path bottom = Path.of("/srv/c.raw");
        Bound bound =
                new Bound(
                        Map.of(
                                top, new Held(Path.of("/proc/7/fd/20")),
                                middle, new Held(Path.of("/proc/7/fd/21")),
                                bottom, new Held(Path.of("/proc/7/fd/22"))),
                        Map.of(
                                top,
                                List.of(
                                        new Disk(middle.toString(), DiskFormat.QCOW2),
                                        new Disk(bottom.toString(), DiskFormat.RAW))));
        List<Disk> disks = List.of(new Disk(top.toString(), DiskFormat.QCOW2), RAW);
        Media media =
                new Media(disks, Optional.of(ISO), new BootImage.None(), Optional.empty(), bound);
        check("bound", vm(BootDevice.AUTO), media, List.of());
    }

    /// Code and variables, which no trial writes to or needs.
    @Test
    void uefi() {
        Uefi firmware =
                new Uefi(
                        Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"),
                        Path.of("/var/lib/vmd/efivars/web.fd"),
                        Optional.of(Path.of("/usr/share/OVMF/OVMF_VARS_4M.fd")));
        Media media =
                new Media(
                        List.of(RAW),
                        Optional.empty(),
                        new BootImage.None(),
                        Optional.of(firmware),
                        Bound.NONE);
        check("uefi", vm(BootDevice.AUTO), media, List.of());
        assertThat(Arguments.ofTrial(blueprint(vm(BootDevice.AUTO), media, List.of())))
                .contains(
                        "if=pflash,unit=1,format=raw,auto-read-only=off,file=/usr/share/OVMF/OVMF_VARS_4M.fd");
    }

    @Test
    void links() {
        List<Attachment> links =
                List.of(
                        new Attachment.Tap("fe:e1:bb:d1:00:01", "tap0"),
                        new Attachment.UserMode(
                                "fe:e1:bb:d2:00:01",
                                LOCAL,
                                List.of(new Forward("web", "127.0.0.1", 8080, 80))),
                        new Attachment.Unplugged("fe:e1:bb:d3:00:01"));
        check("links", vm(BootDevice.AUTO), media(new BootImage.None(), RAW), links);
    }

    @Test
    void kvmAsRoot() {
        Blueprint blueprint =
                new Blueprint(
                        vm(BootDevice.AUTO),
                        new OpenedImages(media(new BootImage.None(), RAW)).images(),
                        List.of(),
                        Accelerator.KVM,
                        new RunFolder(Path.of("/var/lib/vmd/run/1"))
                                .files(Path.of("/var/lib/vmd/console/web.log")),
                        Optional.of("_vmd"));
        check("kvm-as-root", blueprint);
    }

    private static Vm vm(BootDevice device) {
        Boot boot = new Boot(Optional.empty(), device, Firmware.BIOS, Optional.empty());
        return Samples.withBoot(Samples.vm(1, "web"), boot);
    }

    private static Media media(BootImage boot, Disk... disks) {
        return new Media(List.of(disks), Optional.empty(), boot);
    }

    private static void check(String name, Vm vm, Media media, List<Attachment> links) {
        check(name, blueprint(vm, media, links));
    }

    private static Blueprint blueprint(Vm vm, Media media, List<Attachment> links) {
        return new Blueprint(
                vm,
                new OpenedImages(media).images(),
                links,
                Accelerator.TCG,
                new RunFolder(Path.of("/home/joe/.local/state/vmd/run/1"))
                        .files(Path.of("/home/joe/.local/state/vmd/console/web.log")),
                Optional.empty());
    }

    private static void check(String name, Blueprint blueprint) {
        String lines = String.join("\n", Arguments.of(blueprint)).replaceAll("\n(?=[^-])", " ");
        Golden.check("testdata/corpus/argv/" + name + ".argv", lines + "\n");
    }
}

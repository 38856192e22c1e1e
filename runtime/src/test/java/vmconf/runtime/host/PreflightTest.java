package vmconf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;

class PreflightTest {
    @TempDir Path folder = Path.of("");
    private final Preflight preflight = new Preflight();

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

    @Test
    void somethingToBootFromIsNeeded() {
        assertThatThrownBy(() -> preflight.inspect(Samples.vm(1, "web")))
                .hasMessage("no kernel or disk/cdrom specified");
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

package vmconf.runtime.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.linux.LinuxHostExporter;
import vmconf.runtime.ClassPath;
import vmconf.runtime.LinuxImages;
import vmconf.runtime.OwnKernel;
import vmconf.runtime.host.Programs;
import vmconf.runtime.qemu.Binary;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// vmd and a guest of its own inside a kernel that has the controllers of version 2 for memory and
/// threads, whatever that of this machine has: without systemd, and as a service of systemd's.
@Tag("qemu")
@Timeout(480)
class LimitsGuestTest {
    private static final Path MODULES = Path.of("/usr/lib/x86_64-linux-gnu/qemu");

    @TempDir Path folder = Path.of("");

    @Test
    void guestsAreHeldToTheirLimits() throws Exception {
        Path images = LinuxImages.made();
        assumeTrue(new Binary(Binary.USUAL, System.getenv("PATH")).present(), "no QEMU");
        assumeTrue(Programs.find("mke2fs").isPresent(), "no mke2fs");
        assumeTrue(Files.isDirectory(MODULES), "QEMU is not that of Debian");
        assumeTrue(Files.exists(Path.of("/lib/systemd/systemd")), "no systemd");
        OwnKernel kernel = new OwnKernel(folder, images);
        kernel.first(LimitsGuestTest.class, "limits-guest.sh");
        String disk = "if=none,id=disk,format=raw,file=" + disk(kernel);
        assertThat(kernel.boot("-m", "1536", "-smp", "2", "-drive", disk, "-device", DEVICE))
                .isEqualTo(
                        """
                        limits: memory and threads of each guest, in /sys/fs/cgroup/vmd-guests
                        the guest runs: yes
                        memory.max 620756992
                        memory.swap.max 620756992
                        pids.max 513
                        cpu.weight 100
                        its process is in: yes
                        killed by the kernel so far: oom_kill 0
                        after vmd was killed: yes
                        the next vmd looks after it: yes
                        hello: qemu was killed: it took more memory than its limit
                        groups that are left: 0
                        after the end: nothing is left
                        systemd runs vmd: yes
                        limits: memory and threads of each guest, in /sys/fs/cgroup/system.slice/vmd-guests.service
                        the guest runs: yes
                        its process is in: yes
                        memory.max 620756992
                        pids.max 513
                        after vmd was killed: yes
                        the next vmd looks after it: yes
                        hello: qemu was killed: it took more memory than its limit
                        vmd.service active, vmd-guests.service active
                        groups that are left: keeper
                        end
                        """);
    }

    private static final String DEVICE = "virtio-blk-pci,drive=disk";

    /// What vmd and QEMU need, on a disk, since it is too much for an initial file system.
    private Path disk(OwnKernel kernel) throws Exception {
        Path root = Files.createDirectory(folder.resolve("host"));
        Path java = Path.of(System.getProperty("java.home"));
        Path qemu = Programs.find(Binary.USUAL).orElseThrow();
        Path ip = Programs.find("ip").orElseThrow();
        copy(
                kernel,
                root,
                List.of(java.resolve("bin/java"), java.resolve("lib"), java.resolve("conf")));
        copy(
                kernel,
                root,
                List.of(qemu, ip, Path.of("/usr/share/qemu"), Path.of("/usr/share/seabios")));
        copy(kernel, root, List.of(MODULES.resolve("accel-tcg-x86_64.so")));
        libraries(
                kernel,
                root,
                List.of(java.resolve("lib/server/libjvm.so"), java.resolve("bin/java"), qemu, ip));
        String classPath = System.getProperty("java.class.path");
        copy(kernel, root, ClassPath.entries());
        Files.copy(
                Golden.root().resolve("testdata/guests/hello/hello.img"),
                root.resolve("hello.img"));
        Files.writeString(
                root.resolve("vm.conf"),
                "vm hello {\n memory 64M\n disk /hello.img format raw\n}\n");
        units(kernel, root);
        Files.writeString(
                root.resolve("java"),
                "exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp \"%s\" \"$@\"\n"
                        .formatted(java.resolve("bin/java"), classPath));
        Path image = folder.resolve("host.img");
        kernel.ran(
                "mke2fs",
                "-q",
                "-t",
                "ext4",
                "-O",
                "^has_journal",
                "-d",
                root.toString(),
                image.toString(),
                "900m");
        return image;
    }

    /// A systemd, and the units that are exported for that machine.
    private static void units(OwnKernel kernel, Path root) throws Exception {
        Path systemd = Path.of("/lib/systemd/systemd");
        Path systemctl = Programs.find("systemctl").orElseThrow();
        copy(kernel, root, List.of(systemd, systemctl));
        libraries(kernel, root, List.of(systemd, systemctl));
        Path units = Files.createDirectories(root.resolve("etc/systemd/system"));
        for (String each :
                List.of("network-online", "sysinit", "basic", "shutdown", "multi-user")) {
            Files.writeString(units.resolve(each + ".target"), "[Unit]\nDescription=a target\n");
        }
        for (Artifact each : exported(Files.readString(root.resolve("vm.conf")))) {
            Path to = each.name().endsWith(".service") ? units : root.resolve("etc/vmd");
            Files.createDirectories(to);
            Files.writeString(to.resolve(each.name()), each.text());
        }
        Path more = Files.createDirectory(units.resolve("vmd.service.d"));
        Files.writeString(
                more.resolve("log.conf"),
                "[Service]\nStandardOutput=append:/vmd.log\nStandardError=append:/vmd.log\n");
        Files.writeString(
                units.resolve("look.service"),
                """
                [Unit]
                DefaultDependencies=no
                [Service]
                ExecStart=/bin/sh /test.sh look
                StandardOutput=tty
                TTYPath=/dev/console
                """);
    }

    private static List<Artifact> exported(String conf) {
        var plan =
                Compiler.compileWithProvenance(
                                SourceFile.of("vm.conf", conf),
                                Sources.none(),
                                Options.forTarget(Target.NATIVE))
                        .plan()
                        .orElseThrow();
        return Export.of(new LinuxHostExporter(), plan).files(new Settings("vm.conf", false));
    }

    private static void libraries(OwnKernel kernel, Path root, List<Path> programs)
            throws Exception {
        for (Path each : programs) {
            for (Path library : kernel.libraries(each)) {
                Path to = root.resolve(library.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(library, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copy(OwnKernel kernel, Path root, List<Path> all) throws Exception {
        for (Path each : all) {
            kernel.ran(
                    "sh",
                    "-c",
                    "cd / && cp -rL --parents \"$@\"",
                    "sh",
                    each.toString().substring(1),
                    root.toString());
        }
    }
}

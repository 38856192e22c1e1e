package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import vmconf.compiler.export.libvirt.LibvirtExporter;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.Accelerator;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Blueprint;
import vmconf.plan.machine.BootImage;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Media;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// A libvirtd of our own takes what is exported, makes the machines that vmd makes, and runs one.
@Tag("qemu")
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class LibvirtEndToEndTest {
    private static final String CONF =
            """
            switch "uplink" {
            	interface bridge0
            }
            switch "dmz" {
            	interface bridge1
            	locked lladdr
            }
            vm "hello" {
            	memory 64M
            	disk "FOLDER/hello.img" format raw
            	interface { switch "uplink" locked lladdr fe:e1:ba:00:00:01 }
            	local interface
            }
            vm "disks" {
            	memory 768M
            	disk "FOLDER/a.img" format raw
            	disk "FOLDER/b.qcow2" format qcow2
            	cdrom "FOLDER/c.iso"
            	cpus 2
            	interface { switch "dmz" }
            	interface tap7
            }
            vm "cdrom" {
            	boot device cdrom
            	disk "FOLDER/d.img" format raw
            	cdrom "FOLDER/c.iso"
            }
            vm "net" {
            	boot device net
            	disk "FOLDER/e.img" format raw
            	interface { switch "dmz" }
            	interface { switch "uplink" down }
            }
            vm "disk" {
            	boot device disk
            	disk "FOLDER/f.img" format raw
            	cdrom "FOLDER/c.iso"
            }
            """;

    @TempDir private Path folder;

    private static void libvirtIsThere() {
        assumeTrue(Accounts.isRoot(), "skipped, only root can run a libvirtd of its own");
        for (String each :
                List.of("sbin/libvirtd", "bin/virsh", "sbin/iptables", "sbin/ebtables")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr").resolve(each)),
                    "skipped, /usr/"
                            + each
                            + " is missing (libvirt-daemon, libvirt-clients,"
                            + " libvirt-daemon-driver-qemu, iptables, ebtables)");
        }
    }

    private Plan plan() throws IOException {
        Path hello = Golden.root().resolve("testdata/guests/hello/hello.img");
        for (String each : List.of("hello", "a", "d", "e", "f")) {
            Files.copy(hello, folder.resolve(each + ".img"));
        }
        Files.copy(hello, folder.resolve("c.iso"));
        Path qcow2 = folder.resolve("b.qcow2");
        Process made =
                new ProcessBuilder("qemu-img", "create", "-q", "-f", "qcow2", qcow2 + "", "1M")
                        .inheritIO()
                        .start();
        assertThat(made.onExit().join().exitValue()).isZero();
        var compilation =
                Compiler.compileWithProvenance(
                        SourceFile.of("vm.conf", CONF.replace("FOLDER", folder.toString())),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE));
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    private void export(Plan plan, Path exported) throws IOException {
        Files.createDirectory(exported);
        Export export = Export.of(new LibvirtExporter(), plan);
        for (Artifact each : export.files(new Settings("vm.conf", true))) {
            Files.writeString(exported.resolve(each.name()), each.text());
        }
    }

    private String run(Path exported) throws IOException, InterruptedException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Path script = Golden.root().resolve("runtime/src/test/sh/libvirt.sh");
        List<String> command =
                new ArrayList<>(
                        List.of("unshare", "-n", "-m", "-p", "-f", "--kill-child", "--mount-proc"));
        command.addAll(List.of("sh", script + "", root + "", exported + "", "hello"));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out) + Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private static String section(String out, String name) {
        int start = out.indexOf("== " + name + "\n");
        assertThat(start).as("section %s of%n%s", name, out).isNotNegative();
        return out.substring(start, out.indexOf("\n== ", start + 1));
    }

    /// What vmd would start.
    private GuestSees ours(Vm vm) {
        List<Attachment> links =
                vm.interfaces().stream()
                        .<Attachment>map(each -> new Attachment.Tap(each.lladdr(), "tap0"))
                        .toList();
        Media media = new Media(vm.disks(), vm.cdrom().map(Path::of), new BootImage.None());
        return GuestSees.of(
                Arguments.of(
                        new Blueprint(
                                vm,
                                new OpenedImages(media).images(),
                                links,
                                Accelerator.TCG,
                                new RunFolder(folder).files(folder.resolve("console.log")),
                                Optional.empty())));
    }

    @Test
    void libvirtRunsTheMachinesThatVmdRuns() throws IOException, InterruptedException {
        libvirtIsThere();
        Plan plan = plan();
        Path exported = folder.resolve("exported");
        export(plan, exported);
        String out = run(exported);
        assertThat(section(out, "define"))
                .contains("Network uplink started", "Domain 'disks' defined from domain-disks.xml");
        assertThat(section(out, "again")).contains("Domain 'hello' defined from");
        for (Vm vm : plan.vms()) {
            assertThat(GuestSees.ofShell(section(out, "argv " + vm.name())))
                    .as(vm.name())
                    .isEqualTo(ours(vm));
        }
        assertThat(section(out, "console"))
                .contains("hello from vmconf: 64 MB memory, booted from disk");
        assertThat(section(out, "networks"))
                .containsPattern("dmz +active +yes")
                .containsPattern("vmconf-local +active +yes")
                .contains("master bridge0", "master virbr0");
        assertThat(section(out, "stop"))
                .contains("Domain 'hello' destroyed")
                .doesNotContain("\nhello");
    }
}

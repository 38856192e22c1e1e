package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import vmconf.compiler.export.pacemaker.PacemakerExporter;
import vmconf.compiler.export.pacemaker.Storage;
import vmconf.plan.Plan;
import vmconf.runtime.host.Accounts;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Golden;

/// Two hosts in namespaces, each with corosync, Pacemaker and libvirt, take what is exported: they
/// place the machines, and when one host is killed, the other one fences it and runs all of them.
@Tag("qemu")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class PacemakerEndToEndTest {
    private static final String CONF =
            """
            staggered start parallel 1 delay 3
            switch "uplink" {
            	interface bridge0
            }
            vm "first" {
            	memory 64M
            	disk "FOLDER/first.img" format raw
            	interface { switch "uplink" }
            }
            vm "second" {
            	memory 64M
            	disk "FOLDER/second.img" format raw
            	interface { switch "uplink" }
            }
            vm "once" {
            	memory 64M
            	boot device disk
            	disk "FOLDER/once.img" format raw
            }
            """;

    private static final List<String> NEEDED =
            List.of(
                    "sbin/corosync",
                    "sbin/pacemakerd",
                    "sbin/fence_legacy",
                    "sbin/crm_simulate",
                    "lib/ocf/resource.d/heartbeat/VirtualDomain",
                    "sbin/libvirtd",
                    "bin/virsh",
                    "bin/qemu-system-x86_64");

    @TempDir private Path folder;

    private static void theClusterIsThere() {
        assumeTrue(Accounts.isRoot(), "skipped, only root can run hosts of its own");
        for (String each : NEEDED) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr").resolve(each)),
                    "skipped, /usr/"
                            + each
                            + " is missing (corosync, pacemaker, pacemaker-cli-utils,"
                            + " resource-agents, libvirt-daemon, libvirt-clients,"
                            + " libvirt-daemon-driver-qemu)");
        }
    }

    private void export(Path exported) throws IOException {
        Path hello = Golden.root().resolve("testdata/guests/hello/hello.img");
        for (String each : List.of("first", "second", "once")) {
            Files.copy(hello, folder.resolve(each + ".img"));
        }
        var compilation =
                Compiler.compileWithProvenance(
                        SourceFile.of("vm.conf", CONF.replace("FOLDER", folder.toString())),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE));
        Plan plan = compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
        Storage storage = new Storage(List.of(folder.toString()), Optional.empty());
        Export export = Export.of(new PacemakerExporter(storage), plan);
        Files.createDirectory(exported);
        for (Artifact each : export.files(new Settings("vm.conf", true))) {
            Files.writeString(exported.resolve(each.name()), each.text());
        }
    }

    private String run(Path exported) throws IOException, InterruptedException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path out = folder.resolve("out.txt");
        Path script = Golden.root().resolve("runtime/src/test/sh/cluster.sh");
        List<String> command =
                new ArrayList<>(
                        List.of("unshare", "-n", "-m", "-p", "-f", "--kill-child", "--mount-proc"));
        command.addAll(List.of("sh", script + "", root + "", exported + ""));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS)).as(Files.readString(out)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }

    private static String section(String out, String name) {
        int start = out.indexOf("== " + name + "\n");
        assertThat(start).as("section %s of%n%s", name, out).isNotNegative();
        return out.substring(start, out.indexOf("\n== ", start + 1) + 1);
    }

    /// The node of each machine that runs.
    private static Map<String, String> placed(String section) {
        return section.lines()
                .filter(each -> each.contains(":VirtualDomain):") && each.contains(" Started "))
                .map(each -> each.strip().split("[\\s*(]+"))
                .collect(Collectors.toMap(each -> each[1], each -> each[each.length - 1]));
    }

    /// When each start began, in seconds.
    private static Map<String, Long> starts(String section) {
        return section.lines()
                .skip(1)
                .map(each -> each.split(" "))
                .collect(Collectors.toMap(each -> each[0], each -> Long.parseLong(each[1])));
    }

    @Test
    void theMachinesOfANodeThatDiesRunOnTheOther() throws IOException, InterruptedException {
        theClusterIsThere();
        Path exported = folder.resolve("exported");
        export(exported);
        String out = run(exported);
        assertThat(section(out, "unready"))
                .contains("preflight: there is no bridge bridge0, which switch uplink is")
                .doesNotContain("this node can be used");
        assertThat(section(out, "preflight"))
                .contains("preflight: this node can be used", "Network uplink started")
                .contains("the machines need 192 MiB in all, this node has 100 for them");
        assertThat(section(out, "plan"))
                .containsPattern("Start +vm-first ")
                .containsSubsequence("vm-first        start", "delay-1      start", "vm-second ");
        assertThat(placed(section(out, "placed")))
                .as("memory for one on each node")
                .containsOnlyKeys("vm-first", "vm-second")
                .containsValues("kvm1", "kvm2");
        Map<String, Long> starts = starts(section(out, "starts"));
        assertThat(starts.getOrDefault("vm-second", 0L) - starts.getOrDefault("vm-first", 0L))
                .isBetween(3L, 30L);
        assertThat(placed(section(out, "again"))).hasSize(3);
        assertThat(section(out, "killed")).contains("OFFLINE: [ kvm2 ]", "\nkvm2\n");
        assertThat(placed(section(out, "killed")))
                .containsOnlyKeys("vm-first", "vm-second", "vm-once")
                .containsValue("kvm1")
                .doesNotContainValue("kvm2");
        assertThat(section(out, "consoles").lines())
                .filteredOn("hello from vmconf: 64 MB memory, booted from disk"::equals)
                .hasSize(2);
        assertThat(placed(section(out, "ended"))).containsOnlyKeys("vm-first", "vm-second");
        assertThat(placed(section(out, "cleaned"))).containsOnlyKeys("vm-first", "vm-once");
    }
}

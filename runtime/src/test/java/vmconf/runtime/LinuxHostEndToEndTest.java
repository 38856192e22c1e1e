package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// `vmconf export linux-host`: a systemd runs vmd with what is exported, and nothing else.
@Tag("qemu")
@Timeout(300)
class LinuxHostEndToEndTest {
    private static final String CONF =
            """
            socket owner root:vmusers
            switch "lan" {
            	interface bridge0
            	group "lab"
            }
            vm "hello" {
            	memory 64M
            	disk "SHARED/hello.img" format raw
            	local interface
            	interface { switch "lan" locked lladdr }
            }
            vm "linux" {
            	memory 128M
            	boot "SHARED/vmlinux"
            	local interface
            }
            vm "template" {
            	memory 64M
            	owner joe
            	allow instance { disk, owner joe }
            	disk "SHARED/none.img" format raw
            	disable
            }
            """;

    private static final String IN_DOMAINS =
            """
            switch "lan" {
            	interface bridge0
            	rdomain 3
            }
            vm "hello" {
            	memory 64M
            	disk "SHARED/hello.img" format raw
            	local interface { rdomain 3 }
            	interface { switch "lan" rdomain 3 }
            }
            """;

    @TempDir Path folder = Path.of("");

    /// Brings the machines' files there, and runs the script.
    private static String setUp(SystemdHost host, String conf)
            throws IOException, InterruptedException {
        EndToEnd.assumeQemu();
        Path shared = host.shared();
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), shared.resolve("hello.img"));
        for (String each : List.of("vmlinux", "vmlinux.initrd", "vmlinux.cmdline")) {
            Files.copy(LinuxGuest.kernel().resolveSibling(each), shared.resolve(each));
        }
        String text = conf.replace("SHARED", shared.toString());
        var plan =
                Compiler.compileWithProvenance(
                                SourceFile.of("vm.conf", text),
                                Sources.none(),
                                Options.forTarget(Target.NATIVE))
                        .plan()
                        .orElseThrow();
        Path state = Files.createDirectory(shared.resolve("state"));
        host.run("mkdir /var/lib/vmd; mount --bind %s /var/lib/vmd".formatted(state));
        Path files = Files.createDirectory(shared.resolve("export"));
        Settings settings = new Settings("vm.conf", false);
        for (Artifact each : Export.of(new LinuxHostExporter(), plan).files(settings)) {
            Files.writeString(files.resolve(each.name()), each.text());
        }
        String setUp = "sh %s/setup.sh networkd".formatted(files);
        assertThat(host.tried(setUp).out())
                .endsWith("does not run here: systemctl enable --now systemd-networkd\n");
        host.run("systemctl start systemd-networkd");
        return host.run(setUp);
    }

    private static String console(SystemdHost host, String vm) throws IOException {
        Path log = host.shared().resolve("state/console/" + vm + ".log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    }

    private static void awaitGuest(SystemdHost host, String vm) {
        Wait.until(vm + " runs", () -> host.tried("vmctl status").out().contains("running " + vm));
    }

    @Test
    void theServiceDoesAllOfItsWork() throws Exception {
        try (SystemdHost host = SystemdHost.boot(folder)) {
            assertThat(setUp(host, CONF))
                    .contains(
                            "\"joe\" (user; vm \"template\", vm.conf:19) is missing: useradd -m joe")
                    .doesNotContain("\"vmusers\"");
            awaitGuest(host, "hello");
            assertThat(host.run("vmctl drift")).isEqualTo("no differences\n");
            assertThat(host.run("networkctl --no-pager list"))
                    .containsPattern("bridge0 +bridge +\\S+ +configured")
                    .containsPattern("tap0 +ether +\\S+ +unmanaged");
            assertThat(host.run("nft list ruleset"))
                    .contains("masquerade", "iifname @group_lab")
                    .containsPattern("elements = \\{ \"tap[12]\" }");
            assertThat(host.run("sysctl -n net.ipv4.ip_forward")).isEqualTo("1\n");
            assertThat(host.run("ps -o user= -C qemu-system-x86")).contains("_vmd");
            assertThat(groups(host)).containsExactly("hello", "linux");
            Wait.until(
                    "it has its address",
                    () -> console(host, "linux").contains("eth0 address 100.64."));
            instancesOfUsers(host);
            assertThat(groups(host)).containsExactly("hello", "linux");
            machinesOutliveTheService(host);
            host.tried("systemctl poweroff");
            host.awaitEnd();
            assertThat(console(host, "hello")).contains("power button");
        }
    }

    /// Machines that have a control group, which each has for its process alone.
    private static List<String> groups(SystemdHost host) throws Exception {
        String all =
                host.run(
                        "cd /sys/fs/cgroup/system.slice/vmd-guests.service; for each in *-*/; do"
                                + " echo $each $(ps -o comm= -p $(cat $each/cgroup.procs)); done");
        assertThat(all.lines())
                .allMatch(each -> each.matches("[a-z]+-[0-9a-f]{8}/ qemu-system-x86"));
        return all.lines().map(each -> each.substring(0, each.indexOf('-'))).toList();
    }

    /// With the rights of the user, who has the image to himself.
    private static void instancesOfUsers(SystemdHost host) throws Exception {
        host.run("useradd -m -G vmusers joe");
        host.run("install -m 600 -o joe %s/hello.img /home/joe/".formatted(host.shared()));
        host.run("chmod 700 /home/joe");
        String as = "runuser -u joe -- env VMD_SOCKET=/run/vmd.sock vmctl ";
        assertThat(host.run(as + "start -t template -d /home/joe/hello.img own"))
                .contains("started vm");
        awaitGuest(host, "own");
        assertThat(host.run("stat -c %U /dev/pts/*")).contains("joe\n");
        host.run(as + "stop -fw own");
        assertThat(
                        host.tried(
                                        as
                                                + "start -t template -d %s/hello.img own"
                                                        .formatted(host.shared()))
                                .out())
                .contains("unable to access disk");
    }

    private static void machinesOutliveTheService(SystemdHost host) throws Exception {
        String pid = host.run("pgrep -x qemu-system-x86");
        host.run("systemctl restart vmd");
        awaitGuest(host, "hello");
        host.run("systemctl kill -s KILL --kill-who=main vmd");
        Wait.until("it is started again", () -> restarts(host) == 1);
        awaitGuest(host, "hello");
        assertThat(groups(host)).containsExactly("hello", "linux");
        host.run("sh %s/export/setup.sh networkd".formatted(host.shared()));
        awaitGuest(host, "hello");
        assertThat(host.run("pgrep -x qemu-system-x86")).isEqualTo(pid);
        assertThat(host.run("vmctl drift")).isEqualTo("no differences\n");
    }

    private static int restarts(SystemdHost host) throws Exception {
        return Integer.parseInt(host.run("systemctl show -P NRestarts vmd").strip());
    }

    @Test
    void routingDomainsAreThereForAll() throws Exception {
        try (SystemdHost host = SystemdHost.boot(folder)) {
            setUp(host, IN_DOMAINS);
            awaitGuest(host, "hello");
            host.run("systemctl restart vmd");
            awaitGuest(host, "hello");
            assertThat(host.run("vmctl drift")).isEqualTo("no differences\n");
            assertThat(host.run("ip -n vmd-rdomain3 link"))
                    .contains("vm1-if0:", "vm1-if1:", "master bridge0");
        }
    }
}

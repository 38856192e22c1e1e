package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.cgroup.ControlGroups;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.vmctl.InProcess;

/// What SECURITY.md promises about a running guest's QEMU, as the kernel tells it.
@Tag("qemu")
@Timeout(120)
class ConfinementEndToEndTest {
    private static final String SECRET = "VMCONF_TEST_SECRET=do-not-tell";
    private static final String[] TOLD = {
        "PATH", "LD_LIBRARY_PATH", "QEMU_MODULE_DIR", "TMPDIR", "LANG", "LC_ALL"
    };

    @TempDir Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void images() throws Exception {
        EndToEnd.assumeQemu();
        Path image = EndToEnd.guests().resolve("hello/hello.img");
        Files.copy(image, folder.resolve("one.img"));
        Files.copy(image, folder.resolve("other.img"));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private EndToEnd vmd() throws Exception {
        Namespace namespace = Namespace.make("confined");
        open.add(namespace);
        List<String> prefix = new ArrayList<>(namespace.prefix());
        prefix.addAll(List.of("env", SECRET));
        Path conf = Files.writeString(folder.resolve("vm.conf"), vm("one") + vm("other"));
        EndToEnd vmd = EndToEnd.start(folder, prefix, conf);
        open.add(vmd);
        for (String each : List.of("one", "other")) {
            Wait.until(each + " runs", () -> vmd.console(each).contains("hello from vmconf"));
        }
        return vmd;
    }

    private String vm(String name) {
        return """
        vm "%1$s" {
            memory 64M
            disk "%2$s/%1$s.img" format raw
            local interface
        }
        """
                .formatted(name, folder);
    }

    private static Seen qemu(EndToEnd vmd, String vm) {
        String table = InProcess.vmctl(vmd.socket(), "", "status", vm).out();
        return new Seen(Long.parseLong(table.lines().toList().get(1).strip().split(" +")[1]));
    }

    @Test
    void rootsGuestsHaveNothingButTheirMachine() throws Exception {
        assumeTrue(Accounts.isRoot(), "guests of others have their user's rights");
        EndToEnd vmd = vmd();
        Seen one = qemu(vmd, "one");
        assertThat(one.threads())
                .isNotEmpty()
                .allSatisfy(ConfinementEndToEndTest::assertWithoutRights);
        assertThat(one.argument("-sandbox"))
                .isEqualTo("on,obsolete=deny,spawn=deny,resourcecontrol=deny");
        assertSurroundings(one);
        assertFiles(one, new Seen(vmd.pid()));
        assertGroup(one, "one");
        assertHiddenFromOthersOfItsUser(qemu(vmd, "other"));
    }

    @Test
    void guestsOfOthersGainNothing() throws Exception {
        assumeTrue(!Accounts.isRoot(), "root's guests become another user");
        Seen one = qemu(vmd(), "one");
        assertThat(one.threads())
                .allSatisfy(
                        each ->
                                assertThat(each)
                                        .containsEntry("NoNewPrivs", "1")
                                        .containsEntry("Seccomp", "2"));
        assertThat(one.argument("-sandbox"))
                .isEqualTo(
                        "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny");
        assertSurroundings(one);
    }

    /// As its own user, for good, with no rights beside that user's, and with the system calls that
    /// are left. That these do not forbid to become another user is of no use without rights.
    private static void assertWithoutRights(Map<String, String> thread) {
        boolean own = Accounts.ofHost().hasUser("_vmd");
        String user = own ? number("-u") : "65534";
        String group = own ? number("-g") : "65534";
        assertThat(thread)
                .containsEntry("Uid", String.join("\t", user, user, user, user))
                .containsEntry("Gid", String.join("\t", group, group, group, group))
                .containsEntry("Groups", own ? number("-G") : "65534")
                .containsEntry("CapInh", "0000000000000000")
                .containsEntry("CapPrm", "0000000000000000")
                .containsEntry("CapEff", "0000000000000000")
                .containsEntry("CapAmb", "0000000000000000")
                .containsEntry("NoNewPrivs", "1")
                .containsEntry("Seccomp", "2")
                .containsEntry("Umask", "0077");
    }

    private static String number(String what) {
        try {
            Process id = new ProcessBuilder("id", what, "_vmd").start();
            return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A session, a working folder and an environment of its own.
    private void assertSurroundings(Seen qemu) throws IOException {
        assertThat(qemu.environment()).isNotEmpty().doesNotContain(SECRET);
        assertThat(qemu.environment().stream().map(each -> each.split("=")[0])).isSubsetOf(TOLD);
        assertThat(qemu.workingFolder().getParent())
                .isEqualTo(folder.resolve("state/run").toRealPath());
        assertThat(qemu.session()).isEqualTo(qemu.pid());
    }

    /// Its own files and devices are open, and nothing of the daemon's or of another machine's.
    private void assertFiles(Seen qemu, Seen daemon) throws IOException {
        Path own = qemu.workingFolder();
        Path real = folder.toRealPath();
        List<String> files = new ArrayList<>(qemu.descriptors());
        files.removeIf(each -> each.matches("(socket|anon_inode|pipe):.*"));
        assertThat(files)
                .contains(own + "/pid", own + "/qemu.log", real + "/one.img")
                .isSubsetOf(
                        own + "/pid",
                        own + "/qemu.log",
                        real + "/one.img",
                        real + "/state/console/one.log",
                        "/dev/null",
                        "/dev/kvm",
                        "/dev/net/tun",
                        "/dev/urandom");
        assertThat(qemu.sockets()).isNotEmpty().doesNotContainAnyElementsOf(daemon.sockets());
        assertOwnersOnly(own);
        assertOwnersOnly(folder.resolve("state/console"));
    }

    /// Where the kernel has groups of version 2 that root may use.
    private void assertGroup(Seen qemu, String vm) throws IOException {
        String mark = ControlGroups.mark(folder.resolve("state"));
        if (Files.readString(Path.of("/proc/self/mounts")).matches("(?s).* cgroup2 rw.*")) {
            assertThat(qemu.group()).endsWith("/vmd-guests/" + vm + "-" + mark);
        }
    }

    private static void assertOwnersOnly(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.toList()) {
                int mode = (Integer) Files.getAttribute(each, "unix:mode");
                assertThat(mode & 077).as("%s", each).isZero();
            }
        }
    }

    /// All run as one user; the kernel lets nobody look into a process that was root before but
    /// root.
    private static void assertHiddenFromOthersOfItsUser(Seen other) throws Exception {
        for (String each : List.of("mem", "maps", "environ", "fd/0", "root/")) {
            Process look =
                    new ProcessBuilder(
                                    "setpriv",
                                    "--reuid=" + other.account("Uid"),
                                    "--regid=" + other.account("Gid"),
                                    "--clear-groups",
                                    "head",
                                    "-c1",
                                    "/proc/" + other.pid() + "/" + each)
                            .redirectErrorStream(true)
                            .start();
            String said = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("Permission denied");
            assertThat(look.waitFor()).isNotZero();
        }
    }
}

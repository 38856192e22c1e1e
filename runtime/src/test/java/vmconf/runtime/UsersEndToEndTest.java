package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.qemu.Binary;

/// Who may do what: a root daemon, real users and groups, real guests.
@Tag("qemu")
@Timeout(600)
class UsersEndToEndTest {
    private static final String REFUSED = "Operation not permitted";

    @TempDir static Path folder = Path.of("");
    private static Optional<HostUsers> users = Optional.empty();
    private static Optional<EndToEnd> daemon = Optional.empty();

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(Accounts.isRoot(), "only root can make users");
        for (String tool : List.of("useradd", "setpriv", "qemu-system-x86_64", "qemu-img")) {
            assumeTrue(
                    new Binary(tool, "/usr/sbin:" + System.getenv("PATH")).present(),
                    tool + " is not installed");
        }
        mode(folder, "rwxr-xr-x");
        users = Optional.of(HostUsers.make(Files.createDirectory(folder.resolve("jars"))));
        makeFiles();
        makeFrozen();
        daemon = Optional.of(EndToEnd.start(folder, List.of(), plan()));
    }

    @AfterAll
    static void end() throws Exception {
        daemon.ifPresent(EndToEnd::close);
        HostUsers.quietly("umount", files().resolve("frozen").toString());
        if (users.isPresent()) {
            users.get().close();
        }
    }

    /// Row by row: who, what `web` does before, the command, its exit status and what it says.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            root      | any     | status          | 0 | ``
            vmct-own  | any     | status          | 0 | ``
            vmct-mem  | any     | status          | 0 | ``
            vmct-str  | any     | status          | 0 | ``
            nameless  | any     | status          | 0 | ``
            vmct-out  | any     | status          | 1 | NO
            vmct-own  | stopped | start web       | 0 | STARTED
            vmct-mem  | stopped | start web       | 0 | STARTED
            root      | stopped | start web       | 0 | STARTED
            vmct-str  | stopped | start web       | 1 | `vmctl: start vm command failed: DENIED start`
            nameless  | stopped | start web       | 1 | `vmctl: start vm command failed: DENIED start`
            vmct-str  | stopped | start -b /f web | 1 | `vmctl: start vm command failed: DENIED start`
            vmct-out  | stopped | start web       | 1 | NO
            vmct-own  | running | pause web       | 0 | `vmctl: paused vm 1 successfully`
            vmct-own  | any     | unpause web     | 0 | `vmctl: unpaused vm 1 successfully`
            vmct-mem  | running | pause web       | 0 | `vmctl: paused vm 1 successfully`
            vmct-str  | any     | unpause web     | 1 | `vmctl: unpause vm command failed: DENIED unpause`
            vmct-mem  | any     | unpause web     | 0 | `vmctl: unpaused vm 1 successfully`
            vmct-str  | running | pause web       | 1 | `vmctl: pause vm command failed: DENIED pause`
            vmct-str  | running | stop web        | 1 | `stopping vm web: failed: DENIED stop`
            vmct-str  | running | stop -fw web    | 1 | `stopping vm web: failed: DENIED stop`
            nameless  | running | stop -fw web    | 1 | `stopping vm web: failed: DENIED stop`
            vmct-out  | running | stop -fw web    | 1 | NO
            vmct-str  | running | wait web        | 1 | `waiting for vm web: failed: DENIED wait`
            vmct-str  | running | console web     | 1 | `vmctl: DENIED attach`
            vmct-own  | running | stop -fw web    | 0 | `stopping vm web: terminated vm 1`
            vmct-mem  | running | stop -fw web    | 0 | `stopping vm web: terminated vm 1`
            root      | running | stop -fw web    | 0 | `stopping vm web: terminated vm 1`
            vmct-own  | stopped | stop -fw web    | 1 | `stopping vm web: failed: Invalid argument`
            vmct-own  | any     | reload          | 1 | `vmctl: command failed: DENIED reload`
            vmct-own  | any     | load /f         | 1 | `vmctl: command failed: DENIED load`
            vmct-mem  | any     | reset           | 1 | `vmctl: command failed: DENIED reset`
            vmct-str  | any     | log verbose     | 1 | `vmctl: command failed: DENIED log`
            nameless  | any     | terminate       | 1 | `vmctl: command failed: DENIED terminate`
            vmct-own  | any     | history         | 1 | `vmctl: command failed: DENIED history`
            vmct-out  | any     | reload          | 1 | NO
            root      | any     | log brief       | 0 | ``
            root      | any     | reload          | 0 | ``
            """)
    void requests(String who, String before, String command, int status, String says)
            throws Exception {
        ensure(before);
        int seen = vmd().log().length();
        EndToEnd.Ran ran = vmctl(who, command.split(" +"));
        String log = vmd().log().substring(seen);
        int denied = says.indexOf("DENIED ");
        assertThat(ran.status()).as(ran.err()).isEqualTo(status);
        if (denied >= 0) {
            String method = says.substring(denied + "DENIED ".length());
            assertThat(ran.err().strip()).isEqualTo(says.substring(0, denied) + REFUSED);
            assertThat(log)
                    .contains("denied request %s from uid %d".formatted(method, number(who)));
        } else {
            assertSays(ran, says);
            assertThat(log).doesNotContain("denied");
        }
    }

    /// What `allow instance` of the parents allows: `open` to vmct-own everything, `shut` to him
    /// nothing but to make them, `crew` disks to a group.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            vmct-str | -t open                | `no permission to create vm instance`
            vmct-mem | -t open                | `no permission to create vm instance`
            vmct-own | -t crew                | `no permission to create vm instance`
            vmct-own | -t shut                | ``
            vmct-own | -t shut -m 64M         | ``
            vmct-own | -t shut -m 96M         | `no permission to set memory`
            vmct-own | -t open -m 96M         | ``
            vmct-own | -t shut -p 1           | ``
            vmct-own | -t shut -p 2           | `no permission to set cpus`
            vmct-own | -t open -p 2           | `no permission to set cpus`
            root     | -t shut -p 2 -m 96M    | ``
            vmct-own | -t shut -d @/mine.img  | `no permission to set disks`
            vmct-own | -t open -d @/mine.img  | ``
            vmct-mem | -t crew -d @/crew.img  | ``
            vmct-own | -t shut -i 1           | `no permission to set interfaces`
            vmct-own | -t open -i 1           | ``
            vmct-own | -t shut -b @/rom       | `no permission to set boot image`
            vmct-own | -t open -b @/rom       | ``
            vmct-own | -t shut -r @/mine.img  | `no permission to set cdrom`
            vmct-own | -t open -r @/mine.img  | ``
            """)
    void instances(String who, String options, String refusal) throws Exception {
        List<String> words = new ArrayList<>(List.of("start"));
        words.addAll(List.of(options.replace("@", files().toString()).split(" +")));
        words.add("inst");
        EndToEnd.Ran ran = vmctl(who, words.toArray(String[]::new));
        if (refusal.isEmpty()) {
            assertSays(ran, "STARTED");
            String owner = who.equals("root") ? "root" : who;
            assertThat(vmd().vmctl("status", "inst").out())
                    .containsPattern(" " + owner + " +running inst\n");
            assertThat(vmctl(who, "stop", "-fw", "inst").status()).isZero();
        } else {
            assertThat(ran).isEqualTo(refused("vm \"inst\" " + refusal));
            assertThat(vmd().log()).contains("vm \"inst\" " + refusal);
        }
    }

    @Test
    void noOtherMachinesOfTheirOwn() throws Exception {
        assertThat(vmctl(HostUsers.OWNER, "start", "-L", "-d", files() + "/mine.img", "free"))
                .isEqualTo(refused("start vm command failed: " + REFUSED));
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "open", "-d", folder + "/open.img", "i"))
                .isEqualTo(
                        refused(
                                "disk %s/open.img is the parent's and cannot be reused"
                                        .formatted(folder)));
        Path alias = files().resolve("alias.img");
        Files.createLink(alias, folder.resolve("open.img"));
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "open", "-d", alias.toString(), "i").err())
                .contains("is the parent's and cannot be reused");
    }

    @Test
    void instancesAreTheirMakers() throws Exception {
        String disk = files() + "/mine.img";
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "open", "-d", disk, "one").status())
                .isZero();
        assertThat(vmctl(HostUsers.MEMBER, "stop", "-fw", "one").status()).isEqualTo(1);
        assertThat(vmctl(HostUsers.STRANGER, "stop", "-fw", "one").status()).isEqualTo(1);
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "one", "two").status()).isZero();
        assertThat(vmctl(HostUsers.OWNER, "stop", "-fw", "two").status()).isZero();
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "shut", "three").status()).isZero();
        assertThat(vmctl(HostUsers.OWNER, "start", "-t", "three", "four"))
                .isEqualTo(refused("vm \"four\" no permission to create vm instance"));
        assertThat(vmctl(HostUsers.OWNER, "stop", "-fw", "three").status()).isZero();
        assertThat(vmctl(HostUsers.OWNER, "stop", "-fw", "one").status()).isZero();
    }

    /// Files as disks of an instance by vmct-own, in the group vmct-sock besides his own.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            mine.img        | ``
            readonly.img    | `Permission denied`
            roots.img       | `Permission denied`
            crew.img        | `Permission denied`
            sock.img        | ``
            notowner.img    | `Permission denied`
            link.img        | `Permission denied`
            goodlink.img    | ``
            secret/all.img  | `Permission denied`
            secret/none.img | `Permission denied`
            none.img        | `No such file or directory`
            folder          | `Is a directory`
            pipe            | `not a regular file`
            device          | `not a regular file`
            self            | `Too many levels of symbolic links`
            acl.img         | ``
            frozen/f.img    | `Read-only file system`
            chain.qcow2     | ``
            """)
    void disks(String name, String refusal) throws Exception {
        Path file = files().resolve(name);
        assumeTrue(
                !List.of("acl.img", "frozen/f.img").contains(name) || Files.exists(file),
                name + " cannot be made here");
        EndToEnd.Ran ran =
                vmctl(HostUsers.OWNER, "start", "-t", "open", "-d", file.toString(), "i");
        if (refusal.isEmpty()) {
            assertSays(ran, "STARTED");
            assertThat(vmctl(HostUsers.OWNER, "stop", "-fw", "i").status()).isZero();
        } else {
            String line =
                    "vm \"i\" unable to access disk %s: %s (as user vmct-own)"
                            .formatted(file, refusal);
            assertThat(ran).isEqualTo(refused(line));
            assertThat(vmd().log()).contains(line);
        }
    }

    /// What a file leads to counts as well.
    @Test
    void filesBehindFiles() throws Exception {
        Path files = files();
        assertThat(start("-d", files + "/badchain.qcow2"))
                .isEqualTo(
                        refused(
                                "vm \"i\" unable to read base %1$s/roots.img of disk %1$s/badchain.qcow2: Permission denied (as user vmct-own)"
                                        .formatted(files)));
        assertThat(start("-d", files + "/elsewhere.qcow2"))
                .isEqualTo(
                        refused(
                                "vm \"i\" unable to access disk %s/elsewhere.qcow2: its data are in another file (as user vmct-own)"
                                        .formatted(files)));
        assertThat(start("-b", files + "/kernel"))
                .isEqualTo(
                        refused(
                                "vm \"i\" no read access to %s/kernel.initrd: Permission denied (as user vmct-own)"
                                        .formatted(files)));
        assertThat(start("-b", files + "/roots.img"))
                .isEqualTo(
                        refused(
                                "vm \"i\" no read access to kernel %s/roots.img: Permission denied (as user vmct-own)"
                                        .formatted(files)));
        assertThat(start("-r", files + "/roots.img"))
                .isEqualTo(
                        refused(
                                "vm \"i\" no read access to cdrom %s/roots.img: Permission denied (as user vmct-own)"
                                        .formatted(files)));
        ensure("stopped");
        assertThat(vmctl(HostUsers.OWNER, "start", "-b", files + "/roots.img", "web"))
                .isEqualTo(
                        refused(
                                "vm \"web\" no read access to kernel %s/roots.img: Permission denied (as user vmct-own)"
                                        .formatted(files)));
        assertSays(vmctl(HostUsers.OWNER, "start", "-b", files + "/rom", "web"), "STARTED");
    }

    private static EndToEnd.Ran start(String... options) throws Exception {
        return vmctl(
                HostUsers.OWNER,
                Stream.of(List.of("start", "-t", "open"), List.of(options), List.of("i"))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private static EndToEnd.Ran refused(String text) {
        return new EndToEnd.Ran(1, "", "vmctl: " + text + "\n");
    }

    private static void assertSays(EndToEnd.Ran ran, String says) {
        switch (says) {
            case "STARTED" ->
                    assertThat(ran.err())
                            .matches(
                                    "vmctl: started vm [0-9]+ successfully, tty /dev/pts/[0-9]+\n");
            case "NO" ->
                    assertThat(ran.err())
                            .isEqualTo(
                                    "vmctl: connect: %s: Permission denied\n"
                                            .formatted(vmd().socket()));
            default -> assertThat(ran.err().strip()).isEqualTo(says);
        }
    }

    private static int number(String who) throws Exception {
        return HostUsers.number(who);
    }

    private static void ensure(String state) throws Exception {
        if (state.equals("running")) {
            vmd().vmctl("start", "web");
        } else if (state.equals("stopped")) {
            vmd().vmctl("stop", "-fw", "web");
        }
    }

    private static Path files() {
        return folder.resolve("files");
    }

    private static Plan plan() throws Exception {
        Path iso = image(folder.resolve("base.iso"), "root", "rw-------");
        Owner crew = new Owner(HostUsers.OWNER, Optional.of(HostUsers.CREW));
        Owner owner = new Owner(HostUsers.OWNER, Optional.empty());
        Owner sock = new Owner("root", Optional.of(HostUsers.SOCKET));
        Plan plan =
                Samples.plan(
                        List.of(),
                        vm(
                                1,
                                "web",
                                crew,
                                new InstancePermission(List.of(), Optional.empty()),
                                iso),
                        vm(2, "open", Owner.ROOT, allow(owner, InstanceFlag.values()), iso),
                        vm(3, "shut", Owner.ROOT, allow(owner), iso),
                        vm(
                                4,
                                "crew",
                                Owner.ROOT,
                                allow(
                                        new Owner("root", Optional.of(HostUsers.CREW)),
                                        InstanceFlag.DISK),
                                iso));
        return new Plan(
                plan.vmconfPlan(),
                plan.target(),
                plan.local(),
                sock,
                plan.staggeredStart(),
                plan.agentx(),
                plan.switches(),
                plan.vms());
    }

    private static InstancePermission allow(Owner who, InstanceFlag... flags) {
        return new InstancePermission(List.of(flags), Optional.of(who));
    }

    private static Vm vm(int id, String name, Owner owner, InstancePermission allow, Path iso)
            throws Exception {
        Path image = image(folder.resolve(name + ".img"), "root", "rw-------");
        Vm vm = Samples.withDisks(Samples.vm(id, name), image.toString());
        return new Vm(
                vm.id(),
                vm.name(),
                vm.enabled(),
                vm.start(),
                vm.instanceOf(),
                64 << 20,
                vm.cpus(),
                vm.boot(),
                vm.disks(),
                Optional.of(iso.toString()),
                vm.interfaces(),
                owner,
                allow,
                vm.sev(),
                vm.seves());
    }

    private static void makeFiles() throws Exception {
        Path files = mode(Files.createDirectory(files()), "rwxrwxrwx");
        image(files.resolve("mine.img"), HostUsers.OWNER, "rw-------");
        image(files.resolve("readonly.img"), HostUsers.OWNER, "r--------");
        image(files.resolve("notowner.img"), HostUsers.OWNER, "---rw-rw-");
        image(files.resolve("roots.img"), "root", "rw-------");
        image(files.resolve("crew.img"), "root:" + HostUsers.CREW, "rw-rw----");
        image(files.resolve("sock.img"), "root:" + HostUsers.SOCKET, "rw-rw----");
        Files.createSymbolicLink(files.resolve("link.img"), Path.of("roots.img"));
        Files.createSymbolicLink(files.resolve("goodlink.img"), Path.of("mine.img"));
        Files.createSymbolicLink(files.resolve("device"), Path.of("/dev/null"));
        Files.createSymbolicLink(files.resolve("self"), Path.of("/proc/self/exe"));
        Path secret = Files.createDirectory(files.resolve("secret"));
        image(secret.resolve("all.img"), "root", "rw-rw-rw-");
        mode(secret, "rwx------");
        mode(Files.createDirectory(files.resolve("folder")), "rwxrwxrwx");
        HostUsers.run("mkfifo", "-m", "666", files.resolve("pipe").toString());
        image(files.resolve("rom"), HostUsers.OWNER, "r--------");
        Files.write(files.resolve("kernel"), new byte[] {0x7f, 'E', 'L', 'F'});
        mode(files.resolve("kernel"), "rw-r--r--");
        Files.createSymbolicLink(files.resolve("kernel.initrd"), Path.of("roots.img"));
        overlay("chain.qcow2", "mine.img");
        overlay("badchain.qcow2", files + "/roots.img");
        HostUsers.run(
                "qemu-img",
                "create",
                "-q",
                "-f",
                "qcow2",
                "-o",
                "data_file=" + files.resolve("data"),
                files.resolve("elsewhere.qcow2").toString(),
                "1M");
        HostUsers.run("chown", HostUsers.OWNER, files.resolve("elsewhere.qcow2").toString());
        if (new Binary("setfacl", path()).present()) {
            Path file = image(files.resolve("acl.img"), "root", "rw-------");
            HostUsers.run("setfacl", "-m", "u:" + HostUsers.OWNER + ":rw", file.toString());
        }
    }

    /// A folder that is mounted for reading only.
    private static void makeFrozen() throws Exception {
        Path frozen = Files.createDirectory(files().resolve("frozen"));
        if (HostUsers.quietly("mount", "-t", "tmpfs", "vmct", frozen.toString())) {
            image(frozen.resolve("f.img"), HostUsers.OWNER, "rw-------");
            HostUsers.run("mount", "-o", "remount,ro,mode=755", frozen.toString());
        }
    }

    private static void overlay(String name, String base) throws Exception {
        Path file = files().resolve(name);
        HostUsers.run(
                "qemu-img",
                "create",
                "-q",
                "-f",
                "qcow2",
                "-F",
                "raw",
                "-b",
                base,
                file.toString());
        HostUsers.run("chown", HostUsers.OWNER, file.toString());
    }

    private static Path image(Path file, String owner, String mode) throws Exception {
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), file);
        HostUsers.run("chown", owner, file.toString());
        return mode(file, mode);
    }

    private static Path mode(Path file, String mode) throws Exception {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String path() {
        return "/usr/sbin:" + System.getenv("PATH");
    }

    private static EndToEnd vmd() {
        return daemon.orElseThrow();
    }

    private static EndToEnd.Ran vmctl(String who, String... arguments) throws Exception {
        return users.orElseThrow().vmctl(vmd(), who, List.of(arguments));
    }
}

package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.qemu.Binary;

/// Who may do what: a root daemon, real users and groups, real guests.
@Tag("qemu")
@Timeout(600)
class UsersEndToEndTest {
    private static final String REFUSED = "Operation not permitted";
    private static final String AS_OWNER = " (as user vmct-own)";

    @TempDir static Path folder = Path.of("");
    private static Optional<UsersWorld> begun = Optional.empty();

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(Accounts.isRoot(), "only root can make users");
        for (String tool : List.of("useradd", "setpriv", "qemu-system-x86_64", "qemu-img")) {
            assumeTrue(
                    new Binary(tool, "/usr/sbin:" + System.getenv("PATH")).present(),
                    tool + " is not installed");
        }
        begun = Optional.of(UsersWorld.begin(folder));
    }

    @AfterAll
    static void end() throws Exception {
        if (begun.isPresent()) {
            begun.get().close();
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
            vmct-own  | running | reset web       | 0 | `vmctl: reset vm 1 successfully`
            vmct-mem  | running | reset web       | 0 | `vmctl: reset vm 1 successfully`
            vmct-str  | running | reset web       | 1 | `vmctl: reset vm command failed: DENIED reboot`
            vmct-own  | running | send web        | 1 | `vmctl: command failed: DENIED send`
            vmct-str  | running | dump web -f @/s | 1 | `vmctl: command failed: DENIED send`
            vmct-own  | any     | receive other   | 1 | `vmctl: command failed: DENIED receive`
            vmct-out  | running | send web        | 1 | NO
            vmct-own  | any     | showcmd web     | 0 | ``
            vmct-mem  | any     | showcmd web     | 0 | ``
            vmct-str  | any     | showcmd web     | 1 | `vmctl: command failed: DENIED showcmd`
            vmct-own  | any     | why web memory  | 1 | `vmctl: the plan does not say where its values come from; give vmd the vm.conf (up to 1 MiB), or a plan of vmconf compile --provenance`
            vmct-str  | any     | why web memory  | 1 | `vmctl: command failed: DENIED why`
            vmct-own  | stopped | doctor web      | 0 | ``
            vmct-str  | any     | doctor web      | 1 | `vmctl: command failed: DENIED doctor`
            vmct-own  | any     | drift web       | 0 | ``
            vmct-str  | any     | drift web       | 1 | `vmctl: command failed: DENIED drift`
            vmct-str  | any     | show web        | 0 | ``
            vmct-str  | any     | metrics         | 0 | ``
            vmct-out  | any     | doctor web      | 1 | NO
            vmct-own  | any     | history -r 1    | 1 | `vmctl: command failed: DENIED restore`
            vmct-out  | any     | reload          | 1 | NO
            root      | any     | log brief       | 0 | ``
            root      | any     | reload          | 0 | ``
            """)
    void requests(String who, String before, String command, int status, String says)
            throws Exception {
        world().ensure(before);
        int seen = log().length();
        EndToEnd.Ran ran = vmctl(who, command);
        String log = log().substring(seen);
        int denied = says.indexOf("DENIED ");
        assertThat(ran.status()).as(ran.err()).isEqualTo(status);
        if (denied >= 0) {
            String method = says.substring(denied + "DENIED ".length());
            assertThat(ran.err().strip()).isEqualTo(says.substring(0, denied) + REFUSED);
            int uid = HostUsers.number(who);
            assertThat(log).contains("denied request %s from uid %d".formatted(method, uid));
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
        String line = "start " + options + " inst";
        if (refusal.isEmpty()) {
            assertSays(vmctl(who, line), "STARTED");
            assertThat(vmctl("root", "status inst").out())
                    .containsPattern(" " + who + " +running inst\n");
            assertWorks(who, "stop -fw inst");
        } else {
            assertRefused(who, line, "vm \"inst\" " + refusal);
            assertThat(log()).contains("vm \"inst\" " + refusal);
        }
    }

    @Test
    void noOtherMachinesOfTheirOwn() throws Exception {
        assertRefused(
                HostUsers.OWNER,
                "start -L -d @/mine.img free",
                "start vm command failed: " + REFUSED);
        Path parents = world().disk("open");
        assertRefused(
                HostUsers.OWNER,
                "start -t open -d " + parents + " i",
                "disk %s is the parent's and cannot be reused".formatted(parents));
        Files.createLink(world().file("alias.img"), parents);
        assertThat(vmctl(HostUsers.OWNER, "start -t open -d @/alias.img i").err())
                .contains("is the parent's and cannot be reused");
    }

    @Test
    void instancesAreTheirMakers() throws Exception {
        assertWorks(HostUsers.OWNER, "start -t open -d @/mine.img one");
        assertFails(HostUsers.MEMBER, "stop -fw one");
        assertFails(HostUsers.STRANGER, "stop -fw one");
        assertWorks(HostUsers.OWNER, "start -t one two");
        assertWorks(HostUsers.OWNER, "stop -fw two");
        assertWorks(HostUsers.OWNER, "start -t shut three");
        assertRefused(
                HostUsers.OWNER,
                "start -t three four",
                "vm \"four\" no permission to create vm instance");
        assertWorks(HostUsers.OWNER, "stop -fw three");
        assertWorks(HostUsers.OWNER, "stop -fw one");
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
        assumeTrue(
                !List.of("acl.img", "frozen/f.img").contains(name)
                        || Files.exists(world().file(name)),
                name + " cannot be made here");
        String line = "start -t open -d @/" + name + " i";
        if (refusal.isEmpty()) {
            assertSays(vmctl(HostUsers.OWNER, line), "STARTED");
            assertWorks(HostUsers.OWNER, "stop -fw i");
        } else {
            String text = "vm \"i\" unable to access disk @/" + name + ": " + refusal + AS_OWNER;
            assertRefused(HostUsers.OWNER, line, text);
            assertThat(log()).contains(world().expanded(text));
        }
    }

    /// What a file leads to counts as well.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            -d @/badchain.qcow2  | `vm "i" unable to read base @/roots.img of disk @/badchain.qcow2: Permission denied`
            -d @/elsewhere.qcow2 | `vm "i" unable to access disk @/elsewhere.qcow2: its data are in another file`
            -b @/kernel          | `vm "i" no read access to @/kernel.initrd: Permission denied`
            -b @/roots.img       | `vm "i" no read access to kernel @/roots.img: Permission denied`
            -r @/roots.img       | `vm "i" no read access to cdrom @/roots.img: Permission denied`
            """)
    void filesBehindFiles(String option, String refusal) throws Exception {
        assertRefused(HostUsers.OWNER, "start -t open " + option + " i", refusal + AS_OWNER);
    }

    @Test
    void imagesToBootOnce() throws Exception {
        world().ensure("stopped");
        assertRefused(
                HostUsers.OWNER,
                "start -b @/roots.img web",
                "vm \"web\" no read access to kernel @/roots.img: Permission denied" + AS_OWNER);
        assertSays(vmctl(HostUsers.OWNER, "start -b @/rom web"), "STARTED");
    }

    private static void assertWorks(String who, String line) throws Exception {
        EndToEnd.Ran ran = vmctl(who, line);
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private static void assertFails(String who, String line) throws Exception {
        assertThat(vmctl(who, line).status()).isEqualTo(1);
    }

    /// Nothing but this text, in which `@` is the folder of files.
    private static void assertRefused(String who, String line, String text) throws Exception {
        assertThat(vmctl(who, line))
                .isEqualTo(new EndToEnd.Ran(1, "", "vmctl: " + world().expanded(text) + "\n"));
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
                                            .formatted(world().vmd().socket()));
            default -> assertThat(ran.err().strip()).isEqualTo(says);
        }
    }

    private static UsersWorld world() {
        return begun.orElseThrow();
    }

    private static EndToEnd.Ran vmctl(String who, String line) throws Exception {
        return world().vmctl(who, line);
    }

    private static String log() throws Exception {
        return world().vmd().log();
    }
}

package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.vmctl.InProcess;

/// A guest whose disk is larger than the file system that holds it.
@Tag("qemu")
@Timeout(300)
class DiskEndToEndTest {
    private static final String FULL =
            "disk0 %s/small/data.img: write failed: No space left on device; it stands still:"
                    + " make room, then vmctl unpause linux";

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    /// The guest stands still and loses nothing, also while another daemon takes over.
    @Test
    void aFullFileSystemStopsTheGuestUntilThereIsRoom() throws Exception {
        Path file = linux("disable");
        try (EndToEnd vmd = EndToEnd.start(folder, mounted("size=4m"), file)) {
            in(vmd, "truncate", "-s", "16M", folder + "/small/data.img");
            InProcess.Ran doctor = vmctl(vmd, "doctor", "linux");
            assertThat(doctor.out())
                    .contains("warning  disk: " + folder + "/small/data.img may grow by 16 MiB");
            assertThat(vmctl(vmd, "start", "linux").status()).isZero();
            LinuxGuest linux = new LinuxGuest(vmd, "linux");
            linux.awaitSaid("disk vda 16 MB");
            type(
                    vmd,
                    "dd if=/dev/zero bs=64k count=256 | tr '\\0' x > /dev/vda; sync; echo in $((7 * 6))");
            Wait.until("it stands still", () -> status(vmd).contains(" paused linux"));
            assertThat(vmctl(vmd, "status").err()).contains("linux: " + FULL.formatted(folder));
            assertThat(vmctl(vmd, "show", "linux").out()).contains("disk error: disk0");
            assertThat(vmctl(vmd, "metrics").out()).contains("kind=\"disk-error\"} 1");
            assertThat(vmctl(vmd, "unpause", "linux").status()).isZero();
            Wait.until("it fails again", () -> times(vmd, "No space left") == 2);
            Wait.until("it stands still again", () -> status(vmd).contains(" paused linux"));
            String small = folder + "/small";
            in(vmd, "mount", "-o", "remount,size=32m", small);
            assertThat(vmctl(vmd, "unpause", "linux").status()).isZero();
            linux.awaitSaid("in 42\r");
            assertThat(status(vmd)).contains(" running linux");
            assertThat(vmctl(vmd, "status").err()).isEmpty();
            assertThat(in(vmd, "sh", "-c", "tr -d x < " + small + "/data.img | wc -c").out())
                    .isEqualTo("0\n");
        }
    }

    @Test
    void aGuestThatStandsStillIsTakenOver() throws Exception {
        Path file = linux("enable");
        List<String> withImage =
                List.of(
                        "sh",
                        "-c",
                        "truncate -s 16M \"$0\" && exec \"$@\"",
                        folder + "/small/data.img");
        try (EndToEnd first = EndToEnd.start(folder, join(mounted("size=1m"), withImage), file)) {
            LinuxGuest linux = new LinuxGuest(first, "linux");
            linux.awaitSaid("disk vda 16 MB");
            type(first, "dd if=/dev/urandom of=/dev/vda bs=64k; sync");
            Wait.until("it stands still", () -> status(first).contains(" paused linux"));
            first.kill();
        }
        try (EndToEnd second = EndToEnd.start(folder, List.of(), file)) {
            Wait.until(
                    "the error is told again",
                    () -> vmctl(second, "status").err().contains(FULL.formatted(folder)));
            assertThat(status(second)).contains(" paused linux");
            assertThat(vmctl(second, "stop", "-fw", "linux").status()).isZero();
        }
    }

    /// A guest with a disk on a small file system, which is not mounted yet.
    private Path linux(String enabled) throws Exception {
        assumeTrue(Accounts.isRoot(), "mounting needs root");
        Files.createDirectory(folder.resolve("small"));
        return Files.writeString(
                folder.resolve("vm.conf"),
                """
                vm "linux" {
                    %s
                    memory 128M
                    boot "%s"
                    disk "%s/small/data.img"
                }
                """
                        .formatted(enabled, LinuxGuest.kernel(), folder));
    }

    private List<String> mounted(String options) {
        String mount = "mount -t tmpfs -o %s tmpfs \"$0\" && exec \"$@\"".formatted(options);
        return List.of(
                "unshare", "-m", "--propagation", "private", "sh", "-c", mount, folder + "/small");
    }

    private static List<String> join(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /// Runs a command in the daemon's mount namespace.
    private static EndToEnd.Ran in(EndToEnd vmd, String... command) throws Exception {
        List<String> all = join(List.of("nsenter", "-m", "-t", "" + vmd.pid()), List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return new EndToEnd.Ran(0, out, "");
    }

    private static void type(EndToEnd vmd, String line) {
        InProcess.vmctl(vmd.socket(), line + "\r", "console", "linux");
    }

    private static String status(EndToEnd vmd) {
        return vmctl(vmd, "status").out();
    }

    private static int times(EndToEnd vmd, String text) throws Exception {
        return vmd.log().split(text, -1).length - 1;
    }

    private static InProcess.Ran vmctl(EndToEnd vmd, String... words) {
        return InProcess.vmctl(vmd.socket(), "", words);
    }
}

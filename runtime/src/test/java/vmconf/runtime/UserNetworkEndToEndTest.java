package vmconf.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.vmctl.InProcess;

/// A vm.conf that root could run as well, run by a user.
@Tag("qemu")
@Timeout(300)
class UserNetworkEndToEndTest {
    private static final String CONF =
            """
            vm "one" {
                memory 128M
                boot "FOLDER/vmlinux"
                disable
                local interface
                local interface { down }
            }
            vm "joined" {
                disable
                boot "FOLDER/vmlinux"
                interface { switch "lan" }
            }
            switch "lan" {
                interface bridge0
            }
            """;

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @Test
    void guestAndHostReachEachOther() throws Exception {
        Path conf = prepare();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = freePort();
            List<String> options = List.of("--forward", "one:%d:80".formatted(port));
            try (EndToEnd vmd = EndToEnd.startAs(user(), classPath(), folder, options, conf)) {
                InProcess.Ran start = InProcess.vmctl(vmd.socket(), "", "start", "one");
                assertThat(start.err())
                        .startsWith("vmctl: user-mode network, as vmd is not root's: see vmd(8)\n")
                        .contains("vmctl: started vm 1 successfully");
                assertThat(InProcess.vmctl(vmd.socket(), "", "showcmd", "one").out())
                        .contains("hostfwd=tcp:127.0.0.1:%d-:80".formatted(port));
                assertThat(InProcess.vmctl(vmd.socket(), "", "show", "one").out())
                        .contains("interface 0: user-mode network, ")
                        .contains("interface 1: not connected, ");
                assertThat(InProcess.vmctl(vmd.socket(), "", "start", "joined").err())
                        .contains("only root can add to a bridge; run vmd as root");
                LinuxGuest one = new LinuxGuest(vmd, "one");
                one.awaitSaid("eth0 address 100.64.1.3/24 router 100.64.1.2");
                Thread.ofVirtual().start(() -> greet(server));
                assertThat(one.run("nc 100.64.1.2 " + server.getLocalPort()).out())
                        .contains("hello from the host");
                one.run("sh -c 'while :;do echo hello from one|nc -lp 80;done &'");
                Wait.until("the guest greets", () -> said(port).equals("hello from one\n"));
                assertThat(vmd.console("one")).doesNotContain("eth1 address");
            }
        }
        assertThat(folder.resolve("state/run")).isEmptyDirectory();
    }

    /// A user who may read the kernel and the class path, and write to the folder.
    private Path prepare() throws Exception {
        Path kernel = LinuxGuest.kernel();
        for (String each : List.of("vmlinux", "vmlinux.initrd", "vmlinux.cmdline")) {
            Files.copy(kernel.resolveSibling(each), folder.resolve(each));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return Files.writeString(
                folder.resolve("vm.conf"), CONF.replace("FOLDER", folder.toString()));
    }

    private static List<String> user() {
        return Accounts.isRoot()
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")
                : List.of();
    }

    private String classPath() throws IOException {
        return Accounts.isRoot()
                ? HostUsers.copies(Files.createDirectory(folder.resolve("jars")))
                : System.getProperty("java.class.path");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket guest = server.accept()) {
            guest.getOutputStream().write("hello from the host\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String said(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}

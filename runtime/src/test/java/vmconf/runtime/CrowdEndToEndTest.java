package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.vmctl.InProcess;

/// More clients than the daemon has descriptors for.
@Tag("qemu")
@Timeout(120)
class CrowdEndToEndTest {
    private static final int CROWD = 200;

    @TempDir private Path folder;

    @Test
    void thoseWhoAskNothingMakeRoom() throws Exception {
        Path conf =
                Files.writeString(
                        folder.resolve("vm.conf"),
                        "vm \"a\" {\n\tdisable\n\tdisk \"/dev/null\"\n}\n");
        List<SocketChannel> crowd = new ArrayList<>();
        try (EndToEnd vmd = EndToEnd.start(folder, List.of("prlimit", "--nofile=128"), conf)) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(SocketChannel.open(UnixDomainSocketAddress.of(vmd.socket())));
            }
            InProcess.Ran status = InProcess.vmctl(vmd.socket(), "", "status");
            assertThat(status.out() + status.err()).contains("stopped a");
            assertThat(vmd.log()).contains("cannot accept a client: Too many open files");
        } finally {
            for (SocketChannel each : crowd) {
                each.close();
            }
        }
    }
}

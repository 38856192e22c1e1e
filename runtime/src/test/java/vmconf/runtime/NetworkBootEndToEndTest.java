package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `boot device net` with a real server of addresses and files (dnsmasq) on the switch.
@Tag("qemu")
@Timeout(300)
class NetworkBootEndToEndTest {
    private static final String CONF =
            """
            switch "lan" {
                interface bridge0
            }
            vm "diskless" {
                memory 256M
                boot device net
                interface { switch "lan" }
            }
            """;

    private static final String SCRIPT =
            """
            #!ipxe
            kernel vmlinuz console=ttyS0 quiet
            initrd initramfs.cpio.gz
            boot
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void aGuestWithoutADiskComesFromTheSwitch() throws Exception {
        Path made = LinuxGuest.kernel().resolveSibling("vmlinuz");
        Path files = Files.createDirectory(folder.resolve("tftp"));
        Files.createLink(files.resolve("vmlinuz"), made);
        Files.createLink(
                files.resolve("initramfs.cpio.gz"), made.resolveSibling("initramfs.cpio.gz"));
        Files.writeString(files.resolve("boot.ipxe"), SCRIPT);
        try (NetworkWorld world = NetworkWorld.make(folder, "netboot")) {
            assumeTrue(world.tried("command -v dnsmasq").status() == 0, "no dnsmasq");
            world.host("ip link add name bridge0 type bridge");
            world.host("ip addr add 192.0.2.1/24 dev bridge0 && ip link set dev bridge0 up");
            Process server = world.runs(server(files));
            try {
                world.begin(CONF);
                world.guest("diskless").awaitSaid("linux guest ready: 256 MB");
                assertThat(Files.readString(files.resolve("log")))
                        .contains("boot.ipxe to 192.0.2.1", "initramfs.cpio.gz to 192.0.2.1");
            } finally {
                server.destroyForcibly().waitFor();
            }
            world.end();
        }
    }

    private static String server(Path files) {
        return "dnsmasq --keep-in-foreground --port=0 --interface=bridge0 --bind-interfaces"
                + " --user=root --dhcp-range=192.0.2.10,192.0.2.20 --dhcp-boot=boot.ipxe"
                + " --enable-tftp --tftp-root=%1$s --log-facility=%1$s/log --pid-file="
                        .formatted(files)
                + " --dhcp-leasefile=%s/leases".formatted(files);
    }
}

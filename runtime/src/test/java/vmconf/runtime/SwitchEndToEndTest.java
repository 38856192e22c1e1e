package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bridges of switches: whose they are, and what their links are.
@Tag("qemu")
@Timeout(300)
class SwitchEndToEndTest {
    private static final String CONF =
            """
            switch "lan" {
                interface bridge0
                group "lan"
            }
            switch "other" {
                interface bridge1
            }
            vm "one" {
                disk "FOLDER/one.img"
                interface { switch "lan" }
                interface { switch "lan" group "own" }
            }
            """;

    @TempDir Path folder = Path.of("");

    private String conf() throws Exception {
        Path image = folder.resolve("one.img");
        if (!Files.exists(image)) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        }
        return CONF.replace("FOLDER", folder.toString());
    }

    @Test
    void bridgesAreMadeAndGo() throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "bridges")) {
            world.host("ip link add name bridge1 type bridge");
            world.begin(conf(), "--create-bridges");
            Wait.until("one runs", () -> world.vmctl("status").out().contains(" running one"));
            assertThat(world.host("ip link show dev bridge0")).contains("alias switch1-lan", ",UP");
            assertThat(world.host("ip link show dev bridge1"))
                    .contains(",UP")
                    .doesNotContain("alias");
            String tap = world.tap("vm1-if1-one");
            assertThat(world.host("nft list ruleset"))
                    .containsSubsequence("group_lan", "group_own");
            assertThat(world.host("ip link show dev " + tap)).contains("master bridge0");
            world.reload(conf().replace("bridge0\n", "bridge0\n down\n"));
            assertThat(world.host("ip link show dev bridge0")).doesNotContain(",UP");
            world.reload(conf());
            assertThat(world.host("ip link show dev bridge0")).contains(",UP");
            world.vmd().kill();
            world.next();
            world.vmd().signal("TERM");
            assertThat(world.host("ip link show dev bridge0")).contains(",UP");
            world.next();
            world.host("ip link set dev bridge1 down");
            world.vmctl("reload");
            assertThat(world.host("ip link show dev bridge1")).contains(",UP");
            world.does("stop -fw one");
            world.reload(conf().replace("bridge0", "bridge2"));
            assertThat(world.tried("ip link show dev bridge0").status()).isNotZero();
            assertThat(world.host("ip link show dev bridge2")).contains(",UP");
            world.vmd().kill();
            world.next("--stop-timeout=30");
            assertThat(world.tried("ip link show dev bridge2").status()).isNotZero();
            world.host("ip link set dev bridge1 down");
            world.end();
        }
    }

    @Test
    void whatIsNoBridgeIsRefused() throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "bridges")) {
            world.host("ip tuntap add dev bridge0 mode tap");
            world.begin(conf(), "--create-bridges");
            assertThat(world.vmctl("start one").err())
                    .contains("interface \"bridge0\" of switch \"lan\" is not a bridge");
            assertThat(world.vmctl("doctor").out())
                    .contains("interface \"bridge0\" of switch \"lan\" is not a bridge");
            world.host("ip link del dev bridge1; ip tuntap del dev bridge0 mode tap");
            String shown = world.does("showcmd one");
            assertThat(shown)
                    .containsSubsequence(
                            "ip link add name bridge0 type bridge",
                            "ip link set dev bridge0 alias switch1-lan",
                            "ip link set dev bridge0 up",
                            "ip tuntap add dev tap0 mode tap");
        }
    }
}

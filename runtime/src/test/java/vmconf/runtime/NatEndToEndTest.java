package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `vmd --nat`, with another network namespace for the internet, which knows of no guest.
@Tag("qemu")
@Timeout(300)
class NatEndToEndTest {
    private static final String CONF =
            """
            local inet6
            vm "one" {
                memory 128M
                boot "KERNEL"
                local interface
            }
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void guestsReachTheInternetAsLongAsTheyAreToldTo() throws Exception {
        try (Namespace internet = Namespace.make("internet");
                NetworkWorld world = NetworkWorld.make(folder, "nat")) {
            connect(world, internet);
            world.begin(CONF.replace("KERNEL", "" + LinuxGuest.kernel()), "--nat=uplink0");
            world.guest("one").awaitSaid("eth0 address 100.64.1.3/31");
            inet6(world);
            assertReaches(world, true);
            assertThat(world.does("doctor")).doesNotContain("nat:");
            world.host("nft delete table ip vmd_nat");
            assertThat(world.vmctl("doctor").out())
                    .contains("error    nat: table ip vmd_nat is gone\n");
            assertReaches(world, false);
            world.does("reload");
            assertReaches(world, true);
            crash(world);
            whatNeedsItKeepsIt(world);
            world.end();
        }
    }

    private static void connect(NetworkWorld world, Namespace internet) throws Exception {
        String other = internet.name();
        world.host("ip link add uplink0 type veth peer name host0 netns " + other);
        world.host("ip addr add 192.0.2.1/24 dev uplink0 && ip link set dev uplink0 up");
        world.host("ip addr add 2001:db8::1/64 dev uplink0 nodad");
        String there = "ip netns exec %s ".formatted(other);
        world.host(there + "ip addr add 192.0.2.2/24 dev host0");
        world.host(there + "ip addr add 2001:db8::2/64 dev host0 nodad");
        world.host(there + "ip link set dev host0 up");
    }

    /// Nobody tells the guest of IPv6.
    private static void inet6(NetworkWorld world) throws Exception {
        LinuxGuest one = world.guest("one");
        String tap = world.tap("vm1-if0-one");
        String gateway =
                world.host("ip -6 addr show dev %s scope global".formatted(tap))
                        .replaceAll("(?s).*inet6 (\\S+)/96.*", "$1");
        assertThat(gateway).startsWith("fd").endsWith(":6440:103:0:1");
        one.run(
                "ip -6 addr add %s2/96 dev eth0"
                        .formatted(gateway.substring(0, gateway.length() - 1)));
        one.run("ip -6 route add default via %s dev eth0".formatted(gateway));
    }

    private static void assertReaches(NetworkWorld world, boolean yes) throws Exception {
        assertThat(world.guest("one").reaches("192.0.2.2")).isEqualTo(yes);
    }

    /// The daemon after one that was killed takes it on, or undoes it when it is not told to do it.
    private static void crash(NetworkWorld world) throws Exception {
        world.vmd().kill();
        world.next();
        assertReaches(world, true);
        world.vmd().kill();
        world.next("--stop-timeout=30");
        assertReaches(world, false);
        assertThat(world.host("nft list ruleset")).doesNotContain("vmd_nat");
        assertThat(world.host("cat /proc/sys/net/ipv4/ip_forward")).isEqualTo("0\n");
    }

    private static void whatNeedsItKeepsIt(NetworkWorld world) throws Exception {
        world.vmd().signal("TERM");
        world.next("--nat");
        assertReaches(world, true);
        Wait.until("IPv6", () -> world.guest("one").reaches("2001:db8::2"));
        world.vmd().signal("TERM");
        assertThat(world.host("nft list ruleset"))
                .contains("table ip vmd_nat", "table ip6 vmd_nat");
        assertThat(world.host("cat /proc/sys/net/ipv4/ip_forward")).isEqualTo("1\n");
        world.next();
        assertReaches(world, true);
    }
}

package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Interfaces of real guests: addresses, switches, locks, groups, and changes while guests run.
@Tag("qemu")
@Timeout(300)
class NetworkEndToEndTest {
    private static final String OTHER = "fe:e1:bb:ff:ff:ff";

    private static final String CONF =
            """
            local inet6 prefix fd12:3456:789a::/64
            switch "lan" {
                interface bridge0
            }
            switch "strict" {
                interface bridge1
                locked lladdr
            }
            vm "one" {
                memory 128M
                boot "KERNEL"
                local interface { lladdr fe:e1:bb:00:01:00 group "edge" }
                interface { lladdr fe:e1:bb:00:01:01 switch "lan" }
                local interface { lladdr fe:e1:bb:00:01:02 }
                interface tap7 { lladdr fe:e1:bb:00:01:03 switch "strict" }
            }
            vm "two" {
                memory 128M
                boot "KERNEL"
                local interface { locked lladdr fe:e1:bb:00:02:00 }
                interface { lladdr fe:e1:bb:00:02:01 switch "lan" }
                interface { lladdr fe:e1:bb:00:02:02 switch "strict" }
            }
            """;

    @TempDir Path folder = Path.of("");

    private static String conf() throws Exception {
        return CONF.replace("KERNEL", "" + LinuxGuest.kernel());
    }

    @Test
    void guestsAreConnectedAsTheirFileSays() throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "network")) {
            for (String each : new String[] {"bridge0", "bridge1"}) {
                world.host(
                        "ip link add name %1$s type bridge && ip link set %1$s up".formatted(each));
            }
            world.begin(conf());
            LinuxGuest one = world.guest("one");
            LinuxGuest two = world.guest("two");
            one.awaitSaid("eth0 address 100.64.1.3/31 router 100.64.1.2 dns 100.64.1.2");
            one.awaitSaid("eth2 address 100.64.1.7/31 router 100.64.1.6 dns 100.64.1.6");
            two.awaitSaid("eth0 address 100.64.2.3/31 router 100.64.2.2 dns 100.64.2.2");
            prepare(one, 1);
            prepare(two, 2);
            localInterfaces(world, one);
            switches(one, two);
            lockOnPort(one, two);
            lockOnTap(world, two);
            groups(world);
            upAndDown(world, one);
            otherSwitch(world, one, two);
            liveLock(world, one, two);
            drift(world);
            crash(world);
            world.end();
        }
    }

    /// Addresses of the guest's that nobody tells it.
    private static void prepare(LinuxGuest guest, int number) throws Exception {
        guest.run("killall udhcpc; stty cols 500");
        guest.run("ip -6 addr add fd12:3456:789a:0:6440:%d03::2/96 dev eth0".formatted(number));
        int last = number == 1 ? 3 : 2;
        guest.run("ip link set eth1 up; ip addr add 10.0.0.%d/24 dev eth1".formatted(number));
        guest.run(
                "ip link set eth%1$d up; ip addr add 10.0.1.%2$d/24 dev eth%1$d"
                        .formatted(last, number));
    }

    private static void localInterfaces(NetworkWorld world, LinuxGuest one) throws Exception {
        assertThat(world.hostReaches("100.64.1.3")).isTrue();
        assertThat(world.hostReaches("100.64.1.7")).isTrue();
        assertThat(one.reaches("100.64.1.2")).isTrue();
        assertThat(one.reaches("100.64.1.6")).isTrue();
        Wait.until("IPv6", () -> one.reaches("fd12:3456:789a:0:6440:103::1"));
        assertThat(world.hostReaches("fd12:3456:789a:0:6440:103::2")).isTrue();
    }

    private static void switches(LinuxGuest one, LinuxGuest two) throws Exception {
        assertThat(one.reaches("10.0.0.2")).isTrue();
        assertThat(two.reaches("10.0.0.1")).isTrue();
        assertThat(two.reaches("10.0.1.1")).isTrue();
    }

    private static void lockOnPort(LinuxGuest one, LinuxGuest two) throws Exception {
        two.run("ip link set eth2 address " + OTHER);
        assertThat(two.reaches("10.0.1.1")).isFalse();
        assertThat(one.reaches("10.0.1.2")).isFalse();
        two.run("ip link set eth2 address fe:e1:bb:00:02:02");
        assertThat(two.reaches("10.0.1.1")).isTrue();
    }

    private static void lockOnTap(NetworkWorld world, LinuxGuest two) throws Exception {
        two.run("ip link set eth0 address " + OTHER);
        assertThat(two.reaches("100.64.2.2")).isFalse();
        assertThat(world.hostReaches("100.64.2.3")).isFalse();
        two.run("ip link set eth0 address fe:e1:bb:00:02:00");
        assertThat(two.reaches("100.64.2.2")).isTrue();
    }

    /// A rule of the administrator's names a group; a link has one, too.
    private static void groups(NetworkWorld world) throws Exception {
        String edge = world.tap("vm1-if0-one");
        assertThat(world.host("ip link show dev " + edge)).contains(" group ");
        String set = world.host("nft list set inet vmd group_edge");
        assertThat(set).contains("{ \"" + edge + "\" }");
        world.host("nft add chain inet vmd mine '{ type filter hook input priority 0; }'");
        world.host("nft add rule inet vmd mine iifname @group_edge icmp type echo-request drop");
        assertThat(world.guest("one").reaches("100.64.1.2")).isFalse();
        assertThat(world.guest("one").reaches("100.64.1.6")).isTrue();
        world.reload(conf().replace("group \"edge\"", "group \"core\""));
        assertThat(world.host("nft list table inet vmd")).contains("set group_core");
        assertThat(world.guest("one").reaches("100.64.1.2")).isTrue();
        world.reload(conf());
        assertThat(world.guest("one").reaches("100.64.1.2")).isFalse();
        world.host("nft delete chain inet vmd mine");
        assertThat(world.guest("one").reaches("100.64.1.2")).isTrue();
    }

    private static void upAndDown(NetworkWorld world, LinuxGuest one) throws Exception {
        world.reload(conf().replace("group \"edge\"", "down group \"edge\""));
        assertThat(one.reaches("100.64.1.2")).isFalse();
        assertThat(world.host("ip link show dev " + world.tap("vm1-if0-one")))
                .doesNotContain(",UP");
        world.reload(conf());
        assertThat(one.reaches("100.64.1.2")).isTrue();
        Wait.until("IPv6 is back", () -> one.reaches("fd12:3456:789a:0:6440:103::1"));
        assertThat(one.run("udhcpc -qn -i eth0 -s /etc/udhcpc").status()).isZero();
    }

    private static void otherSwitch(NetworkWorld world, LinuxGuest one, LinuxGuest two)
            throws Exception {
        String lan = "00:01:01 switch \"lan\"";
        world.reload(conf().replace(lan, "00:01:01 switch \"strict\""));
        assertThat(one.reaches("10.0.0.2")).isFalse();
        String port = world.host("bridge -d link show dev " + world.tap("vm1-if1-one"));
        assertThat(port).contains("master bridge1", "locked on");
        world.reload(conf());
        assertThat(one.reaches("10.0.0.2")).isTrue();
        assertThat(two.reaches("10.0.0.1")).isTrue();
    }

    private static void liveLock(NetworkWorld world, LinuxGuest one, LinuxGuest two)
            throws Exception {
        two.run("ip link set eth0 address " + OTHER);
        world.reload(conf().replace("locked lladdr fe:", "lladdr fe:"));
        assertThat(two.reaches("100.64.2.2")).isTrue();
        assertThat(world.tried("nft list table netdev vmd").status()).isNotZero();
        world.reload(conf());
        assertThat(two.reaches("100.64.2.2")).isFalse();
        two.run("ip link set eth0 address fe:e1:bb:00:02:00");
        assertThat(two.reaches("100.64.2.2")).isTrue();
        assertThat(one.reaches("10.0.1.2")).isTrue();
    }

    private static void drift(NetworkWorld world) throws Exception {
        assertThat(world.does("drift")).isEqualTo("no differences\n");
        String grouped = world.tap("vm1-if0-one");
        world.host("ip link set dev %s group default".formatted(grouped));
        String locked = world.tap("vm2-if2-two");
        world.host("bridge link set dev %s learning on".formatted(locked));
        String found = world.vmctl("drift").out();
        assertThat(found)
                .contains(grouped + " group: planned edge, found 0\n")
                .contains(locked + " lladdr: planned locked, found not locked\n");
        for (String line : found.lines().filter(each -> each.contains("fix: ")).toList()) {
            world.host(line.substring(line.indexOf("fix: ") + "fix: ".length()));
        }
        assertThat(world.does("drift")).isEqualTo("no differences\n");
    }

    /// A daemon that was killed is followed by one that knows of everything.
    private static void crash(NetworkWorld world) throws Exception {
        world.vmd().kill();
        world.next();
        assertThat(world.does("drift")).isEqualTo("no differences\n");
        assertThat(world.guest("one").run("udhcpc -qn -i eth2 -s /etc/udhcpc").status()).isZero();
        assertThat(world.guest("two").reaches("10.0.0.1")).isTrue();
    }
}

package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `vmd --rdomain=netns`: guests of two routing domains do not see each other.
@Tag("qemu")
@Timeout(300)
class RdomainEndToEndTest {
    private static final String CONF =
            """
            switch "left" {
                interface bridge0
                rdomain 11
            }
            switch "right" {
                interface bridge0
                rdomain 12
            }
            vm "one" {
                memory 128M
                boot "KERNEL"
                local interface { rdomain 11 }
                interface { switch "left" }
            }
            vm "two" {
                memory 128M
                boot "KERNEL"
                local interface { rdomain 12 }
                interface { switch "right" }
            }
            vm "three" {
                memory 128M
                boot "KERNEL"
                interface { switch "left" group "lab" locked lladdr }
            }
            """;

    private static final String IN = "ip netns exec vmd-rdomain";

    @TempDir Path folder = Path.of("");

    private static String conf() throws Exception {
        return CONF.replace("KERNEL", "" + LinuxGuest.kernel());
    }

    @Test
    void domainsAreIsolated() throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "rdomain")) {
            world.begin(conf(), "--rdomain=netns", "--create-bridges");
            for (String each : new String[] {"one", "two"}) {
                world.guest(each).awaitSaid("eth0 address 100.64.");
            }
            world.guest("three").awaitSaid("linux guest ready");
            assertThat(world.taps()).isEmpty();
            address(world.guest("one"), "eth1", 1);
            address(world.guest("two"), "eth1", 2);
            address(world.guest("three"), "eth0", 3);
            isolated(world);
            assertThat(world.does("drift")).isEqualTo("no differences\n");
            assertThat(world.does("showcmd three"))
                    .contains("ip link set dev vm3-if0 netns vmd-rdomain11")
                    .contains("ip netns exec vmd-rdomain11 ip link set dev vm3-if0 master bridge0");
            world.reload(conf().replace("group \"lab\"", "down"));
            assertThat(world.guest("one").reaches("10.0.0.3")).isFalse();
            world.reload(conf());
            assertThat(world.guest("one").reaches("10.0.0.3")).isTrue();
            world.vmd().kill();
            world.next();
            isolated(world);
            world.vmd().signal("TERM");
            world.next();
            isolated(world);
            world.end();
        }
    }

    private static void address(LinuxGuest guest, String link, int number) throws Exception {
        guest.run("killall udhcpc");
        guest.run(
                "ip link set %1$s up; ip addr add 10.0.0.%2$d/24 dev %1$s".formatted(link, number));
    }

    private static void isolated(NetworkWorld world) throws Exception {
        assertThat(world.guest("one").reaches("100.64.1.2")).isTrue();
        assertThat(world.guest("one").reaches("10.0.0.3")).isTrue();
        assertThat(world.guest("one").reaches("10.0.0.2")).isFalse();
        assertThat(world.guest("one").reaches("100.64.2.2")).isFalse();
        assertThat(world.guest("two").reaches("100.64.2.2")).isTrue();
        assertThat(world.hostReaches("100.64.1.3")).isFalse();
        assertThat(world.tried(IN + "11 ping -c1 -W2 100.64.1.3").status()).isZero();
        assertThat(world.tried(IN + "12 ping -c1 -W2 100.64.1.3").status()).isNotZero();
        assertThat(world.host(IN + "11 nft list ruleset")).contains("group_lab");
    }

    @Test
    void whereTheKernelHasNoVrfsBothWaysAreNamed() throws Exception {
        try (NetworkWorld world = NetworkWorld.make(folder, "rdomain")) {
            String says = world.tried("ip link add name probe type vrf").out();
            assumeFalse(says.contains("table id"), "this kernel has VRFs");
            world.begin(conf().replace("memory 128M", "disable"));
            assertThat(world.vmctl("start one").err())
                    .contains(
                            "interface 0: rdomain 11: this kernel has no VRFs (try: modprobe vrf);"
                                    + " run vmd with --rdomain=netns for network namespaces instead");
            world.end();
        }
    }
}

package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.LinuxImages;
import vmconf.runtime.OwnKernel;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Programs;
import vmconf.runtime.qemu.Binary;

/// What vmd runs for machines in two routing domains, run by a kernel that has VRFs, whatever that
/// of this machine has.
@Tag("qemu")
@Timeout(300)
class VrfGuestTest {
    @TempDir Path folder = Path.of("");
    private OwnKernel kernel = new OwnKernel(folder, folder);

    private final Vm one = vm(1, "one", onHost(11), onSwitch("left", 11));
    private final Vm two = vm(2, "two", onHost(12), onSwitch("right", 12));
    private final Vm three = vm(3, "three", onSwitch("left", 11));

    private final Plan plan =
            Samples.plan(
                    List.of(
                            Samples.inDomain(Samples.bridge("left", "bridge0"), 11),
                            Samples.inDomain(Samples.bridge("right", "bridge1"), 12)),
                    one,
                    two,
                    three);

    private static Vm vm(int id, String name, Interface... links) {
        return Samples.withLinks(Samples.vm(id, name), links);
    }

    /// With the same addresses in every domain.
    private static Interface onHost(int domain) {
        return Samples.inDomain(Samples.local(1), domain);
    }

    private static Interface onSwitch(String name, int domain) {
        return Samples.inDomain(Samples.onSwitch(name), domain);
    }

    @Test
    void domainsAreIsolatedAndLeaveNothing() throws Exception {
        assumeTrue(new Binary(Binary.USUAL, System.getenv("PATH")).present(), "no QEMU");
        kernel = new OwnKernel(folder, LinuxImages.made());
        stage();
        assertThat(kernel.boot("-m", "256"))
                .isEqualTo(
                        """
                        without the module: Error: Unknown device type.
                        with it: Error: VRF table id is missing.
                        in 11: lower_bridge0 lower_tap0
                        ports of bridge0: tap1 tap4
                        rule 0:\tfrom all lookup [l3mdev-table]
                        rule 1:\tfrom all lookup local
                        rule 1000:\tfrom all lookup [l3mdev-table]
                        rule 32766:\tfrom all lookup main
                        rule 32767:\tfrom all lookup default
                        taps: nothing is left
                        one reaches its gateway: yes
                        two reaches its gateway: yes
                        11 reaches one: yes
                        12 reaches two: yes
                        11 reaches one alone: yes
                        12 reaches one: no
                        0 reaches one: no
                        0 reaches the world: yes
                        one reaches an address of 0: no
                        one reaches the world: no
                        one reaches three over the switch: yes
                        one reaches three by routes of 11: yes
                        one reaches two over the switch: no
                        one reaches two by routes: no
                        two reaches its switch: yes
                        a packet socket: yes
                        cables: nothing is left
                        end
                        """);
    }

    /// The commands, what runs them, and `ip`, as a file system.
    private void stage() throws Exception {
        FakeHost host = new FakeHost(Files.createDirectory(folder.resolve("links")));
        NetworkOptions options =
                new NetworkOptions(true, Optional.empty(), List.of(), Optional.empty());
        LinuxNetwork network =
                LinuxNetwork.with(plan, host, new Links(host.links()), options, new FakeNotes());
        network.configure(plan);
        for (Vm each : plan.vms()) {
            network.rehearse(each, List.of()).commands().forEach(host::run);
        }
        write("up", host);
        network.reclaim(one, List.of("tap0", "tap1"));
        network.reclaim(two, List.of("tap2", "tap3"));
        network.reclaim(three, List.of("tap4"));
        network.end(false);
        write("down", host);
        kernel.first(VrfGuestTest.class, "vrf-guest.sh");
        kernel.bring(Programs.find("ip").orElseThrow(), "sbin/ip");
    }

    private void write(String name, FakeHost host) throws IOException {
        assertThat(host.commands()).allMatch(each -> each.startsWith("ip "));
        Files.writeString(kernel.at(name), String.join("\n", host.commands()) + "\n");
        host.commands().clear();
    }
}

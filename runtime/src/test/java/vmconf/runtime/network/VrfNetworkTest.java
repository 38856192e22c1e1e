package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;
import vmconf.runtime.network.NetworkOptions.DomainKind;

/// Routing domains that are VRFs, as the kernel has them.
class VrfNetworkTest {
    private static final Switch LEFT = Samples.inDomain(Samples.bridge("left", "bridge0"), 7);

    @TempDir Path links = Path.of("");
    private final FakeNotes notes = new FakeNotes();
    private FakeHost host = new FakeHost(Path.of(""));

    private final Vm vm =
            Samples.withLinks(
                    Samples.vm(1, "web"),
                    Samples.inDomain(Samples.unattached(), 7),
                    Samples.inDomain(Samples.onSwitch("left"), 7));

    private final Plan plan = Samples.plan(List.of(LEFT), vm);

    @BeforeEach
    void host() throws IOException {
        host = new FakeHost(links);
        host.bridge("bridge0");
    }

    /// A tap is in the domain by itself, or by its bridge.
    @Test
    void tapsAndBridgesAreInTheDevice() throws Exception {
        LinuxNetwork network = network(plan);
        network.configure(plan);
        assertThat(host.commands())
                .contains("ip link add name vmd-rdomain7 up type vrf table 10007")
                .endsWith("ip link set dev bridge0 master vmd-rdomain7");
        host.commands().clear();
        Vm local =
                Samples.withLinks(
                        vm, Samples.inDomain(Samples.local(1), 7), vm.interfaces().get(1));
        assertThat(lines(network.rehearse(local, List.of())))
                .containsExactly(
                        "ip tuntap add dev tap0 mode tap",
                        "ip link set dev tap0 alias vm1-if0-web",
                        "ip link set dev tap0 master vmd-rdomain7",
                        "ip addr add 100.64.1.2/31 dev tap0",
                        "ip link set dev tap0 up",
                        "ip tuntap add dev tap1 mode tap",
                        "ip link set dev tap1 alias vm1-if1-web",
                        "ip link set dev tap1 master bridge0",
                        "ip link set dev tap1 up");
        assertThat(host.commands()).isEmpty();
    }

    /// What somebody has removed is made again, and `vmctl showcmd` says so.
    @Test
    void whatAVmNeedsIsMade() throws Exception {
        Vm joined = Samples.withLinks(vm, vm.interfaces().get(1));
        LinuxNetwork network = network(plan);
        Rehearsal rehearsal = network.rehearse(joined, List.of());
        try (Leases leases = network.lease(joined, (_, _) -> {})) {
            assertThat(leases.attachments()).hasSize(1);
            assertThat(lines(rehearsal))
                    .isEqualTo(host.commands())
                    .contains(
                            "ip link add name vmd-rdomain7 up type vrf table 10007",
                            "ip link set dev bridge0 master vmd-rdomain7",
                            "ip link set dev tap0 master bridge0");
        }
        network.end(false);
        assertThat(links.toFile().list()).containsExactly("bridge0");
        assertThat(links.resolve("bridge0/master")).doesNotExist();
        assertThat(notes.lines()).isEmpty();
    }

    /// A guest that runs on keeps everything until it has ended.
    @Test
    void whatIsInUseStaysForTheNextDaemon() throws Exception {
        LinuxNetwork killed = network(plan);
        killed.lease(vm, (_, _) -> {});
        killed.end(true);
        assertThat(notes.lines()).contains("vrf vmd-rdomain7", "inside bridge0");
        LinuxNetwork next = network(Samples.plan(List.of()));
        next.configure(Samples.plan(List.of()));
        assertThat(links.resolve("vmd-rdomain7")).exists();
        assertThat(links.resolve("bridge0/master")).exists();
        next.reclaim(vm, List.of("tap0", "tap1"));
        next.configure(Samples.plan(List.of()));
        assertThat(links.toFile().list()).containsExactly("bridge0");
        assertThat(notes.lines()).isEmpty();
    }

    @Test
    void aBridgeFollowsItsSwitch() throws Exception {
        LinuxNetwork network = network(plan);
        network.configure(plan);
        host.commands().clear();
        network.configure(Samples.plan(List.of(Samples.inDomain(LEFT, 8))));
        assertThat(host.commands())
                .contains("ip link set dev bridge0 master vmd-rdomain8")
                .contains("ip link del dev vmd-rdomain7");
        network.configure(Samples.plan(List.of(Samples.bridge("left", "bridge0"))));
        assertThat(host.commands()).contains("ip link set dev bridge0 nomaster");
        assertThat(notes.lines()).isEmpty();
    }

    @Test
    void anInterfaceThatLeavesItsSwitchIsInTheDeviceItself() throws Exception {
        LinuxNetwork network = network(plan);
        Vm joined = Samples.withLinks(vm, vm.interfaces().get(1));
        Leases leases = network.lease(joined, (_, _) -> {});
        host.commands().clear();
        Interface alone = Samples.inDomain(Samples.unattached(), 7);
        network.adjust(Samples.withLinks(vm, alone), leases);
        assertThat(host.commands()).startsWith("ip link set dev tap0 master vmd-rdomain7");
    }

    @Test
    void driftNamesTheWayBack() throws Exception {
        LinuxNetwork network = network(plan);
        Leases leases = network.lease(vm, (_, _) -> {});
        host.run(List.of("ip", "link", "set", "dev", "tap0", "nomaster"));
        host.run(List.of("ip", "link", "set", "dev", "bridge0", "nomaster"));
        assertThat(network.differences(vm, List.of("tap0", "tap1"), leases))
                .contains(
                        new Difference(
                                "tap0 rdomain",
                                "vmd-rdomain7",
                                "none",
                                "ip link set dev tap0 master vmd-rdomain7"),
                        new Difference(
                                "bridge0 rdomain",
                                "vmd-rdomain7",
                                "none",
                                "ip link set dev bridge0 master vmd-rdomain7"));
    }

    @Test
    void aBridgeHasOneDomain() {
        Switch right = Samples.inDomain(Samples.bridge("right", "bridge0"), 8);
        Plan both = Samples.plan(List.of(LEFT, right));
        Interface link = Samples.inDomain(Samples.onSwitch("right"), 8);
        assertThatThrownBy(() -> network(both).lease(Samples.withLinks(vm, link), (_, _) -> {}))
                .hasMessage(
                        "switches \"left\" and \"right\" have the same bridge \"bridge0\" in rdomains 7"
                                + " and 8; give each its own, or run vmd with --rdomain=netns");
        network(both).configure(both);
        assertThat(host.commands()).noneMatch(each -> each.endsWith("master vmd-rdomain8"));
    }

    @Test
    void aBridgeInADeviceOfSomebodyElsesIsRefused() throws Exception {
        Files.createDirectory(links.resolve("blue"));
        Files.createSymbolicLink(links.resolve("bridge0/master"), links.resolve("blue"));
        assertThatThrownBy(() -> network(plan).lease(vm, (_, _) -> {}))
                .hasMessage(
                        "bridge \"bridge0\" of switch \"left\" is in \"blue\", not in vmd-rdomain7; take"
                                + " it out with: ip link set dev bridge0 nomaster");
        network(plan).configure(plan);
        Switch plain = Samples.bridge("left", "bridge0");
        network(plan).configure(Samples.plan(List.of(plain)));
        assertThat(host.commands()).noneMatch(each -> each.contains("bridge0"));
    }

    @Test
    void bothWaysAreNamedWhereTheKernelHasNone() {
        LinuxNetwork network = with(Optional.empty());
        String ways =
                "this kernel has no VRFs (try: modprobe vrf); run vmd with --rdomain=netns"
                        + " for network namespaces instead";
        assertThatThrownBy(() -> network.lease(vm, (_, _) -> {}))
                .hasMessage("interface 0: rdomain 7: " + ways);
        network.configure(plan);
        assertThat(host.commands()).isEmpty();
        assertThat(network.refusal()).isEmpty();
        assertThat(network.examine()).contains(Finding.note("rdomain", "rdomain 7: " + ways));
        assertThat(with(Optional.of(DomainKind.VRF)).refusal()).contains("--rdomain=vrf: " + ways);
        assertThat(with(Optional.of(DomainKind.NETNS)).refusal()).isEmpty();
        assertThat(network(plan).examine()).contains(Finding.ok("rdomain", "VRFs"));
    }

    private LinuxNetwork with(Optional<DomainKind> kind) {
        NetworkOptions options = new NetworkOptions(false, Optional.empty(), List.of(), kind);
        return LinuxNetwork.with(plan, host.withoutVrfs(), new Links(links), options);
    }

    private LinuxNetwork network(Plan of) {
        return LinuxNetwork.with(of, host, new Links(links), NetworkOptions.NONE, notes);
    }

    private static List<String> lines(Rehearsal rehearsal) {
        return rehearsal.commands().stream().map(each -> String.join(" ", each)).toList();
    }
}

package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;
import vmconf.compiler.export.qemu.QemuExporter;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.ShellText;
import vmconf.plan.machine.TapCommands;
import vmconf.runtime.Samples;
import vmconf.runtime.network.NetworkOptions.DomainKind;

class LinuxNetworkTest {
    @TempDir Path links = Path.of("");
    private FakeHost host = new FakeHost(Path.of(""));

    private final Plan plan =
            Samples.plan(
                    List.of(
                            Samples.bridge("uplink", "bridge0"),
                            Samples.bridge("lost", "bridge9")));

    @BeforeEach
    void host() {
        host = new FakeHost(links);
    }

    @Test
    void joinsTheBridgeAndGivesTheTapBack() throws Exception {
        host.bridge("bridge0");
        try (Leases leases = lease(Samples.onSwitch("uplink"))) {
            assertThat(leases.attachments())
                    .containsExactly(new Attachment.Tap(Samples.MAC, "tap0"));
        }
        assertThat(host.commands())
                .containsExactly(
                        "ip tuntap add dev tap0 mode tap",
                        "ip link set dev tap0 alias vm1-if0-web",
                        "ip link set dev tap0 master bridge0",
                        "ip link set dev tap0 up",
                        "ip tuntap del dev tap0 mode tap");
    }

    @Test
    void takesTheFirstFreeTap() throws Exception {
        Files.createDirectory(links.resolve("tap0"));
        try (Leases leases = lease(Samples.unattached())) {
            assertThat(leases.attachments().getFirst())
                    .isEqualTo(new Attachment.Tap(Samples.MAC, "tap1"));
        }
    }

    @Test
    void failureHalfWayLeavesNothing() throws Exception {
        host.bridge("bridge0");
        String refused = "ip link set dev tap1 master bridge0";
        LinuxNetwork network = LinuxNetwork.with(plan, host.refusing(refused), new Links(links));
        Vm vm =
                Samples.withLinks(
                        Samples.vm(1, "web"),
                        Samples.onSwitch("uplink"),
                        Samples.onSwitch("uplink"));
        assertThatThrownBy(() -> network.lease(vm, (_, _) -> {})).hasMessage(refused + ": no");
        assertThat(host.commands())
                .endsWith("ip tuntap del dev tap1 mode tap", "ip tuntap del dev tap0 mode tap");
    }

    @Test
    void missingBridgeIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> lease(Samples.unattached(), Samples.onSwitch("lost")))
                .hasMessage(
                        "bridge \"bridge9\" of switch \"lost\" does not exist; make it with: ip link"
                                + " add name bridge9 type bridge && ip link set dev bridge9 up");
        assertThat(host.commands()).isEmpty();
    }

    @Test
    void missingSwitchIsRefused() {
        assertThatThrownBy(() -> lease(Samples.onSwitch("none")))
                .hasMessage("switch \"none\" not found");
    }

    /// The rehearsal says what the work then does, and does nothing.
    @Test
    void rehearsalIsTheSameWork() throws Exception {
        host.bridge("bridge0");
        Files.createDirectory(links.resolve("tap0"));
        Vm vm =
                Samples.withLinks(
                        Samples.vm(1, "web"),
                        Samples.locked(Samples.onSwitch("uplink")),
                        Samples.onSwitch("uplink"));
        LinuxNetwork network = network(plan);
        Rehearsal rehearsal = network.rehearse(vm, List.of());
        assertThat(host.commands()).isEmpty();
        try (Leases leases = network.lease(vm, (_, _) -> {})) {
            assertThat(rehearsal.commands().stream().map(each -> String.join(" ", each)))
                    .hasSize(10)
                    .isEqualTo(host.commands());
            assertThat(rehearsal.attachments()).isEqualTo(leases.attachments());
        }
        assertThat(network.rehearse(vm, List.of("tap0")).attachments())
                .contains(new Attachment.Tap(Samples.MAC, "tap0"));
    }

    /// Scripts that are exported connect a VM as the daemon does.
    @Test
    void exportedScriptsDoTheSameWork() throws Exception {
        host.bridge("bridge0");
        Vm vm =
                Samples.withLinks(
                        Samples.vm(1, "web"),
                        Samples.locked(Samples.onTap("tap4", "uplink")),
                        Samples.down(Samples.onTap("tap5", "uplink")),
                        Samples.locked(Samples.withGroup(Samples.onTap("tap6"), "dmz")));
        Plan all =
                plan.with(
                        List.of(Samples.withGroup(Samples.bridge("uplink", "bridge0"), "lan")),
                        List.of(vm));
        String script =
                Export.of(new QemuExporter(), all)
                        .files(new Settings("vm.conf", true))
                        .getFirst()
                        .text();
        assertThat(script.lines().filter(each -> each.matches("(ip|bridge|nft) .*")))
                .containsExactlyElementsOf(
                        network(all).rehearse(vm, List.of()).commands().stream()
                                .map(ShellText::line)
                                .toList());
    }

    @Test
    void rehearsalKnowsWhatTheGuestIsTold() throws Exception {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.unattached(), Samples.local(1));
        LinuxNetwork network = network(plan);
        assertThat(network.rehearse(vm, List.of()).answers())
                .containsExactly(
                        new Rehearsal.Told(
                                1,
                                false,
                                Samples.MAC,
                                Samples.local(1).local().orElseThrow().dhcp()));
        assertThat(
                        new UserNetwork(plan, List.of())
                                .rehearse(vm, List.of())
                                .answers()
                                .getFirst()
                                .answer()
                                .netmask())
                .isEqualTo("255.255.255.0");
        assertThatThrownBy(
                        () ->
                                network.rehearse(
                                        Samples.withLinks(vm, Samples.onSwitch("none")), List.of()))
                .hasMessage("switch \"none\" not found");
    }

    @Test
    void aSwitchAndAnInterfaceHaveGroups() throws Exception {
        host.bridge("bridge0");
        Plan grouped =
                Samples.plan(
                        List.of(Samples.withGroup(Samples.bridge("uplink", "bridge0"), "lan")));
        Vm vm =
                Samples.withLinks(
                        Samples.vm(1, "web"), Samples.withGroup(Samples.onSwitch("uplink"), "dmz"));
        network(grouped).lease(vm, (_, _) -> {});
        assertThat(host.commands())
                .contains(
                        "ip link set dev tap0 group " + TapCommands.number("dmz"),
                        "nft add table inet vmd; add set inet vmd group_dmz { type ifname ; };"
                                + " add element inet vmd group_dmz { \"tap0\" };"
                                + " add set inet vmd group_lan { type ifname ; };"
                                + " add element inet vmd group_lan { \"tap0\" }");
    }

    @Test
    void aLockWithoutASwitchIsAFilter() throws Exception {
        lease(Samples.locked(Samples.unattached()));
        assertThat(host.commands())
                .contains(
                        "nft add table netdev vmd; add chain netdev vmd tap0 { type filter hook"
                                + " ingress device \"tap0\" priority 0 ; }; flush chain netdev vmd"
                                + " tap0; add rule netdev vmd tap0 ether saddr != %s drop"
                                        .formatted(Samples.MAC));
    }

    @Test
    void whatIsRightIsLeftAlone() throws Exception {
        host.bridge("bridge0");
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.onSwitch("uplink"));
        LinuxNetwork network = network(plan);
        Leases leases = network.lease(vm, (_, _) -> {});
        int before = host.commands().size();
        network.adjust(vm, leases);
        assertThat(host.commands()).hasSize(before);
    }

    @Test
    void anInterfaceFollowsItsSwitchAndItsOwnSettings() throws Exception {
        host.bridge("bridge0");
        host.bridge("bridge5");
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.onSwitch("uplink"));
        LinuxNetwork network = network(plan);
        Leases leases = network.lease(vm, (_, _) -> {});
        host.commands().clear();
        network.configure(Samples.plan(List.of(Samples.bridge("uplink", "bridge5"))));
        network.adjust(Samples.withLinks(vm, Samples.locked(Samples.onSwitch("uplink"))), leases);
        assertThat(host.commands())
                .containsExactly(
                        "ip link set dev tap0 master bridge5",
                        "bridge link set dev tap0 learning off locked on flood off",
                        "bridge fdb replace " + Samples.MAC + " dev tap0 master static",
                        "ip link set dev tap0 group default",
                        "ip link set dev tap0 up");
        host.commands().clear();
        network.adjust(Samples.withLinks(vm, Samples.unattached()), leases);
        assertThat(host.commands())
                .startsWith("ip link set dev tap0 nomaster")
                .noneMatch(each -> each.contains("locked"));
    }

    @Test
    void aBridgeThatIsNotThereChangesNothing() throws Exception {
        host.bridge("bridge0");
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.onSwitch("uplink"));
        LinuxNetwork network = network(plan);
        Leases leases = network.lease(vm, (_, _) -> {});
        host.commands().clear();
        assertThatThrownBy(
                        () ->
                                network.adjust(
                                        Samples.withLinks(vm, Samples.onSwitch("lost")), leases))
                .hasMessageContaining("bridge \"bridge9\" of switch \"lost\" does not exist");
        assertThat(host.commands()).isEmpty();
    }

    @Test
    void anInterfaceIsInTheDomainOfItsSwitch() {
        Interface link = Samples.inDomain(Samples.onSwitch("uplink"), 7);
        LinuxNetwork network = withNamespaces();
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), link);
        assertThatThrownBy(() -> network.lease(vm, (_, _) -> {}))
                .hasMessage(
                        "interface 0 is in rdomain 7, and its switch \"uplink\" in 0; give both the same");
    }

    /// QEMU has the tap open before it goes.
    @Test
    void aTapOfAnotherDomainMovesWhenItIsOpen() throws Exception {
        Interface link = Samples.locked(Samples.inDomain(Samples.unattached(), 7));
        Vm vm = Samples.withLinks(Samples.vm(3, "web"), link);
        Rehearsal rehearsal = withNamespaces().rehearse(vm, List.of());
        assertThat(rehearsal.commands().stream().map(each -> String.join(" ", each)))
                .startsWith(
                        "ip tuntap add dev vm3-if0 mode tap",
                        "ip link set dev vm3-if0 alias vm3-if0-web",
                        "ip link set dev vm3-if0 netns vmd-rdomain7")
                .endsWith("ip netns exec vmd-rdomain7 ip link set dev vm3-if0 up");
        Leases leases = withNamespaces().lease(vm, (_, _) -> {});
        assertThat(host.commands()).hasSize(2);
        leases.close();
        assertThat(host.commands()).endsWith("ip tuntap del dev vm3-if0 mode tap");
    }

    private LinuxNetwork withNamespaces() {
        NetworkOptions options =
                new NetworkOptions(
                        false, Optional.empty(), List.of(), Optional.of(DomainKind.NETNS));
        return LinuxNetwork.with(plan, host, new Links(links), options);
    }

    @Test
    void leasesAreClosedOnce() throws Exception {
        Leases leases = lease(Samples.unattached());
        leases.close();
        leases.close();
        assertThat(host.commands()).filteredOn(each -> each.contains("del")).hasSize(1);
    }

    @Test
    void withoutRootSwitchesAreRefused() {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.onSwitch("uplink"));
        assertThatThrownBy(() -> new UserNetwork(plan, List.of()).lease(vm, (_, _) -> {}))
                .hasMessageContaining("only root can add to a bridge");
    }

    @Test
    void withoutRootLocalLinksAreUserMode() throws Exception {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.local(1), Samples.unattached());
        assertThat(new UserNetwork(plan, List.of()).lease(vm, (_, _) -> {}).attachments())
                .containsExactly(
                        new Attachment.UserMode(
                                Samples.MAC, Samples.local(1).local().orElseThrow(), List.of()),
                        new Attachment.Unplugged(Samples.MAC));
    }

    private LinuxNetwork network(Plan plan) {
        return LinuxNetwork.with(plan, host, new Links(links));
    }

    private Leases lease(Interface... interfaces) throws NetworkException {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), interfaces);
        return network(plan).lease(vm, (_, _) -> {});
    }
}

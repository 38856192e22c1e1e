package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;

class LinuxNetworkTest {
    @TempDir Path links = Path.of("");
    private final List<String> commands = new ArrayList<>();
    private String refused = "nothing";

    private final Plan plan =
            Samples.plan(
                    List.of(
                            Samples.bridge("uplink", "bridge0"),
                            Samples.bridge("lost", "bridge9")));

    @Test
    void joinsTheBridgeAndGivesTheTapBack() throws Exception {
        bridge("bridge0");
        try (Leases leases = lease(Samples.onSwitch("uplink"))) {
            assertThat(leases.attachments())
                    .containsExactly(new Attachment.Tap(Samples.MAC, "tap0"));
        }
        assertThat(commands)
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
        bridge("bridge0");
        refused = "ip link set dev tap1 master bridge0";
        assertThatThrownBy(() -> lease(Samples.onSwitch("uplink"), Samples.onSwitch("uplink")))
                .hasMessage(refused + ": no");
        assertThat(commands)
                .endsWith("ip tuntap del dev tap1 mode tap", "ip tuntap del dev tap0 mode tap");
    }

    @Test
    void missingBridgeIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> lease(Samples.unattached(), Samples.onSwitch("lost")))
                .hasMessage(
                        "bridge \"bridge9\" of switch \"lost\" does not exist; make it with: ip link"
                                + " add name bridge9 type bridge && ip link set dev bridge9 up");
        assertThat(commands).isEmpty();
    }

    @Test
    void missingSwitchIsRefused() {
        assertThatThrownBy(() -> lease(Samples.onSwitch("none")))
                .hasMessage("switch \"none\" not found");
    }

    /// The rehearsal says what the work then does, and does nothing.
    @Test
    void rehearsalIsTheSameWork() throws Exception {
        bridge("bridge0");
        Files.createDirectory(links.resolve("tap0"));
        Vm vm =
                Samples.withLinks(
                        Samples.vm(1, "web"),
                        Samples.locked(Samples.onSwitch("uplink")),
                        Samples.onSwitch("uplink"));
        LinuxNetwork network = LinuxNetwork.with(plan, this::run, new Links(links));
        Rehearsal rehearsal = network.rehearse(vm, List.of());
        assertThat(commands).isEmpty();
        try (Leases leases = network.lease(vm, (_, _) -> {})) {
            assertThat(rehearsal.commands().stream().map(each -> String.join(" ", each)))
                    .hasSize(10)
                    .isEqualTo(commands);
            assertThat(rehearsal.attachments()).isEqualTo(leases.attachments());
        }
        assertThat(network.rehearse(vm, List.of("tap0")).attachments())
                .contains(new Attachment.Tap(Samples.MAC, "tap0"));
    }

    @Test
    void rehearsalKnowsWhatTheGuestIsTold() throws Exception {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.unattached(), Samples.local(1));
        LinuxNetwork network = LinuxNetwork.with(plan, this::run, new Links(links));
        assertThat(network.rehearse(vm, List.of()).answers())
                .containsExactly(
                        new Rehearsal.Told(
                                1,
                                false,
                                Samples.MAC,
                                Samples.local(1).local().orElseThrow().dhcp()));
        assertThat(
                        new UserNetwork()
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
    void leasesAreClosedOnce() throws Exception {
        Leases leases = lease(Samples.unattached());
        leases.close();
        leases.close();
        assertThat(commands).filteredOn(each -> each.contains("del")).hasSize(1);
    }

    @Test
    void withoutRootSwitchesAreRefused() {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.onSwitch("uplink"));
        assertThatThrownBy(() -> new UserNetwork().lease(vm, (_, _) -> {}))
                .hasMessageContaining("only root can add to a bridge");
    }

    @Test
    void withoutRootLocalLinksAreUserMode() throws Exception {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), Samples.local(1), Samples.unattached());
        assertThat(new UserNetwork().lease(vm, (_, _) -> {}).attachments())
                .containsExactly(
                        new Attachment.UserMode(
                                Samples.MAC, Samples.local(1).local().orElseThrow()),
                        new Attachment.Unplugged(Samples.MAC));
    }

    private Leases lease(Interface... interfaces) throws NetworkException {
        Vm vm = Samples.withLinks(Samples.vm(1, "web"), interfaces);
        return LinuxNetwork.with(plan, this::run, new Links(links)).lease(vm, (_, _) -> {});
    }

    private void bridge(String name) throws IOException {
        Files.createDirectories(links.resolve(name).resolve("bridge"));
    }

    /// Makes and removes links as ip would.
    private void run(List<String> command) throws NetworkException {
        String line = String.join(" ", command);
        commands.add(line);
        if (line.equals(refused)) {
            throw new NetworkException(line + ": no");
        }
        try {
            if (line.startsWith("ip tuntap add")) {
                Files.createDirectory(links.resolve(command.get(4)));
            } else if (line.startsWith("ip tuntap del")) {
                Files.delete(links.resolve(command.get(4)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

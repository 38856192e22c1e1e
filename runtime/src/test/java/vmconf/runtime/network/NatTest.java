package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.LocalInet6;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Plan;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Log;

class NatTest {
    private static final String TABLE =
            "nft add table ip vmd_nat; delete table ip vmd_nat; add table ip vmd_nat; add chain ip"
                    + " vmd_nat postrouting { type nat hook postrouting priority 100 ; }; add rule"
                    + " ip vmd_nat postrouting ip saddr 100.64.0.0/10 ip daddr != 100.64.0.0/10 ";
    private static final String GONE = "nft add table ip vmd_nat; delete table ip vmd_nat";

    @TempDir Path folder = Path.of("");
    private FakeHost host = new FakeHost(Path.of(""));
    private final FakeNotes notes = new FakeNotes();
    private final List<String> lines = notes.lines();
    private final Plan plan = Samples.plan(List.of());

    @BeforeEach
    void host() throws IOException {
        host = new FakeHost(folder);
        Files.createDirectories(folder.resolve("net/ipv4"));
        Files.createDirectories(folder.resolve("net/ipv6/conf/all"));
        write("net/ipv4/ip_forward", "0\n");
        write("net/ipv6/conf/all/forwarding", "0\n");
    }

    @Test
    void isMadeAndUndone() throws Exception {
        Nat nat = nat(Optional.of(new NetworkOptions.NatOption(Optional.of("eth0"))));
        nat.follow(plan, Log.toNowhere());
        assertThat(host.commands()).containsExactly(TABLE + "oifname \"eth0\" masquerade");
        assertThat(lines).containsExactly("nat ip", "sysctl net.ipv4.ip_forward 0");
        assertThat(read("net/ipv4/ip_forward")).isEqualTo("1\n");
        nat.end(true, Log.toNowhere());
        assertThat(read("net/ipv4/ip_forward")).isEqualTo("1\n");
        nat.end(false, Log.toNowhere());
        assertThat(host.commands()).hasSize(2).endsWith(GONE);
        assertThat(read("net/ipv4/ip_forward")).isEqualTo("0\n");
        assertThat(lines).isEmpty();
    }

    @Test
    void coversIpv6WhereLocalInterfacesHaveIt() throws Exception {
        Nat nat = nat(Optional.of(new NetworkOptions.NatOption(Optional.empty())));
        nat.follow(withInet6(), Log.toNowhere());
        assertThat(host.commands()).hasSize(2).first().isEqualTo(TABLE + "masquerade");
        assertThat(host.commands().getLast()).contains(" ip6 saddr fd", "::/64 masquerade");
        assertThat(read("net/ipv6/conf/all/forwarding")).isEqualTo("1\n");
        nat.follow(plan, Log.toNowhere());
        assertThat(read("net/ipv6/conf/all/forwarding")).isEqualTo("0\n");
        assertThat(lines).containsExactly("nat ip", "sysctl net.ipv4.ip_forward 0");
    }

    /// The value of before the first of them is kept.
    @Test
    void theNextDaemonTakesItOn() throws Exception {
        Optional<NetworkOptions.NatOption> option =
                Optional.of(new NetworkOptions.NatOption(Optional.empty()));
        nat(option).follow(plan, Log.toNowhere());
        nat(option).follow(plan, Log.toNowhere());
        assertThat(lines).containsExactly("nat ip", "sysctl net.ipv4.ip_forward 0");
        nat(Optional.empty()).follow(plan, Log.toNowhere());
        assertThat(host.commands()).endsWith(GONE);
        assertThat(read("net/ipv4/ip_forward")).isEqualTo("0\n");
        assertThat(lines).isEmpty();
    }

    @Test
    void whatWasOnStaysOn() throws Exception {
        write("net/ipv4/ip_forward", "1\n");
        Nat nat = nat(Optional.of(new NetworkOptions.NatOption(Optional.empty())));
        nat.follow(plan, Log.toNowhere());
        nat.end(false, Log.toNowhere());
        assertThat(read("net/ipv4/ip_forward")).isEqualTo("1\n");
    }

    @Test
    void aMissingInterfaceIsNamed() {
        Nat nat = nat(Optional.of(new NetworkOptions.NatOption(Optional.of("eth0"))));
        assertThat(nat.refusal(new Links(folder))).contains("interface eth0 does not exist");
        assertThat(nat(Optional.empty()).refusal(new Links(folder))).isEmpty();
    }

    private Nat nat(Optional<NetworkOptions.NatOption> option) {
        return new Nat(host, new Sysctl(folder), new HostChanges(notes), option);
    }

    private Plan withInet6() {
        Plan asked =
                new Plan(
                        plan.vmconfPlan(),
                        plan.target(),
                        new LocalNetwork(plan.local().prefix(), true, Optional.empty()),
                        plan.socketOwner(),
                        plan.staggeredStart(),
                        plan.agentx(),
                        plan.switches(),
                        plan.vms());
        return LocalInet6.drawn(asked, "seed");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}

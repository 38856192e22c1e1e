package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VrfsTest {
    private static final String END = " table 10007 unreachable default metric 4278198272";
    private static final List<String> MADE =
            List.of(
                    "ip -4 rule add pref 0 l3mdev",
                    "ip -4 rule add pref 1 lookup local",
                    "ip -4 rule del pref 0 lookup local",
                    "ip -6 rule add pref 0 l3mdev",
                    "ip -6 rule add pref 1 lookup local",
                    "ip -6 rule del pref 0 lookup local",
                    "ip -4 route replace" + END,
                    "ip -6 route replace" + END,
                    "ip link add name vmd-rdomain7 up type vrf table 10007");

    @TempDir Path folder = Path.of("");
    private final FakeNotes notes = new FakeNotes();
    private FakeHost host = new FakeHost(Path.of(""));
    private Map<String, List<String>> rules = Map.of();

    @BeforeEach
    void host() throws IOException {
        host = new FakeHost(Files.createDirectories(folder.resolve("links")));
        Files.createDirectories(folder.resolve("net/ipv6"));
        rules = copied(host.rules());
    }

    private static Map<String, List<String>> copied(Map<String, List<String>> rules) {
        Map<String, List<String>> copy = new TreeMap<>();
        rules.forEach((family, each) -> copy.put(family, List.copyOf(each)));
        return copy;
    }

    @Test
    void isMadeOnceWithATableOfItsOwn() throws Exception {
        Vrfs vrfs = vrfs();
        vrfs.make(7);
        vrfs.make(7);
        assertThat(host.commands()).isEqualTo(MADE);
        assertThat(notes.lines()).containsExactly("vrf vmd-rdomain7", "rules -4", "rules -6");
        assertThat(host.rules().get("-4"))
                .containsExactly(
                        "0:\tfrom all lookup [l3mdev-table]",
                        "1:\tfrom all lookup local",
                        "32766:\tfrom all lookup main");
        assertThat(vrfs.device(7)).contains("vmd-rdomain7");
        host.commands().clear();
        vrfs.make(8);
        assertThat(host.commands())
                .hasSize(3)
                .last()
                .isEqualTo("ip link add name vmd-rdomain8 up type vrf table 10008");
    }

    @Test
    void goesWithoutATraceWhenNothingIsInIt() throws Exception {
        Vrfs vrfs = vrfs();
        vrfs.make(7);
        vrfs.make(8);
        host.run(List.of("ip", "tuntap", "add", "dev", "tap0", "mode", "tap"));
        host.run(List.of("ip", "link", "set", "dev", "tap0", "master", "vmd-rdomain7"));
        host.commands().clear();
        vrfs.keepOnly(List.of(8));
        assertThat(host.commands()).isEmpty();
        vrfs.keepOnly(List.of());
        assertThat(host.commands())
                .containsExactly(
                        "ip link del dev vmd-rdomain8",
                        "ip -4 route del" + END.replace("10007", "10008"),
                        "ip -6 route del" + END.replace("10007", "10008"));
        host.run(List.of("ip", "tuntap", "del", "dev", "tap0", "mode", "tap"));
        vrfs().keepOnly(List.of());
        assertThat(host.commands())
                .endsWith(
                        "ip -6 rule add pref 0 lookup local",
                        "ip -6 rule del pref 1 lookup local",
                        "ip -6 rule del pref 0 l3mdev");
        nothingIsLeft();
    }

    /// Whoever was killed at any command, the next one finds its way back.
    @Test
    void isUndoneAfterAnyCommand() throws Exception {
        for (String last : MADE) {
            Vrfs killed = vrfs(host.refusing(last));
            assertThatThrownBy(() -> killed.make(7)).hasMessageContaining(last);
            vrfs().keepOnly(List.of());
            nothingIsLeft();
        }
        vrfs().make(7);
        host.commands().clear();
        vrfs().keepOnly(List.of());
        for (String last : List.copyOf(host.commands())) {
            vrfs().make(7);
            Vrfs killed = vrfs(host.refusing(last));
            if (last.contains("route")) {
                killed.keepOnly(List.of());
            } else {
                assertThatThrownBy(() -> killed.keepOnly(List.of())).hasMessageContaining(last);
            }
            vrfs().keepOnly(List.of());
            nothingIsLeft();
        }
    }

    private void nothingIsLeft() {
        assertThat(folder.resolve("links")).isEmptyDirectory();
        assertThat(notes.lines()).isEmpty();
        assertThat(host.rules()).isEqualTo(rules);
    }

    @Test
    void oneOfTheAdministratorsStays() throws Exception {
        Files.createDirectory(folder.resolve("links/vmd-rdomain7"));
        Vrfs vrfs = vrfs();
        vrfs.make(7);
        vrfs.keepOnly(List.of());
        assertThat(host.commands()).isEmpty();
        assertThat(vrfs.isThere(7)).isTrue();
    }

    @Test
    void rulesInAnOrderOfTheAdministratorsStay() throws Exception {
        host.rules().put("-4", List.of("1000:\tfrom all lookup [l3mdev-table]"));
        Vrfs vrfs = vrfs();
        vrfs.make(7);
        vrfs.keepOnly(List.of());
        assertThat(host.commands()).noneMatch(each -> each.startsWith("ip -4 rule"));
    }

    @Test
    void withoutIpv6ThereIsNothingToDoForIt() throws Exception {
        Files.delete(folder.resolve("net/ipv6"));
        Vrfs vrfs = vrfs();
        vrfs.make(7);
        vrfs.keepOnly(List.of());
        assertThat(host.commands()).hasSize(10).noneMatch(each -> each.contains("-6"));
    }

    @Test
    void aKernelWithoutThemIsNamed() throws Exception {
        assertThat(vrfs(host.withoutVrfs()).refusal())
                .contains(
                        "this kernel has no VRFs (try: modprobe vrf); run vmd with --rdomain=netns"
                                + " for network namespaces instead");
        String missing = "ip link add name vmd-rdomain type vrf";
        assertThat(vrfs(host.refusing(missing)).refusal()).isEmpty();
        assertThat(host.commands()).isEmpty();
    }

    private Vrfs vrfs() {
        return vrfs(host);
    }

    private Vrfs vrfs(Commands commands) {
        Links links = new Links(folder.resolve("links"));
        return new Vrfs(commands, links, new HostChanges(notes), new Sysctl(folder));
    }
}

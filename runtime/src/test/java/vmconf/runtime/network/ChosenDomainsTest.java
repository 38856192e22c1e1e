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
import vmconf.runtime.network.NetworkOptions.DomainKind;

class ChosenDomainsTest {
    @TempDir Path folder = Path.of("");
    private FakeHost host = new FakeHost(Path.of(""));
    private final FakeNotes notes = new FakeNotes();

    @BeforeEach
    void host() throws IOException {
        host = new FakeHost(Files.createDirectories(folder.resolve("links")));
        Files.createDirectories(folder.resolve("netns"));
    }

    @Test
    void theHostsOwnIsAlwaysThere() throws Exception {
        ChosenDomains domains = domains(Optional.empty());
        assertThat(domains.isThere(0)).isTrue();
        assertThat(domains.isElsewhere(0)).isFalse();
        assertThat(domains.device(0)).isEmpty();
        domains.make(0);
        assertThat(host.commands()).isEmpty();
    }

    @Test
    void theOptionChooses() throws Exception {
        assertThat(domains(Optional.empty()).device(7)).contains("vmd-rdomain7");
        ChosenDomains namespaces = domains(Optional.of(DomainKind.NETNS));
        assertThat(namespaces.device(7)).isEmpty();
        assertThat(namespaces.isElsewhere(7)).isTrue();
        namespaces.make(7);
        assertThat(host.commands())
                .containsExactly(
                        "ip netns add vmd-rdomain7", "ip -n vmd-rdomain7 link set dev lo up");
        assertThat(notes.lines()).containsExactly("netns vmd-rdomain7");
    }

    /// Guests may be in it.
    @Test
    void oneOfTheOtherKindStaysWhatItIs() throws Exception {
        Files.createFile(folder.resolve("netns/vmd-rdomain7"));
        ChosenDomains domains = domains(Optional.empty());
        assertThat(domains.isElsewhere(7)).isTrue();
        assertThat(domains.isElsewhere(8)).isFalse();
        Files.createDirectory(folder.resolve("links/vmd-rdomain8"));
        ChosenDomains namespaces = domains(Optional.of(DomainKind.NETNS));
        assertThat(namespaces.isElsewhere(8)).isFalse();
        assertThat(namespaces.device(8)).contains("vmd-rdomain8");
        assertThat(namespaces.isElsewhere(9)).isTrue();
    }

    @Test
    void oneOfTheOtherKindThatNobodyUsesGoes() throws Exception {
        domains(Optional.empty()).make(7);
        domains(Optional.of(DomainKind.NETNS)).keepOnly(List.of(7));
        assertThat(folder.resolve("links")).isEmptyDirectory();
        assertThat(notes.lines()).isEmpty();
    }

    private ChosenDomains domains(Optional<DomainKind> told) {
        HostChanges changes = new HostChanges(notes);
        Links links = new Links(folder.resolve("links"));
        return new ChosenDomains(
                new Vrfs(host, links, changes, new Sysctl(folder)),
                new NetworkNamespaces(host, changes, folder.resolve("netns")),
                told);
    }
}

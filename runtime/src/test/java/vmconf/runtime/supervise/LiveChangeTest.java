package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Interface;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.network.FakeNetwork;

/// A guest that runs gets another definition.
@Timeout(30)
class LiveChangeTest {
    @TempDir Path folder = Path.of("");
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final FakeNetwork network = new FakeNetwork();
    private final FakeLedger ledger = new FakeLedger();

    @Test
    void itsInterfacesFollow() throws Exception {
        Vm vm = disc("a.iso", Samples.onSwitch("uplink"));
        Supervisor web = running(vm);
        Vm moved = Samples.withLinks(vm, Samples.locked(Samples.onSwitch("other")));
        get(web.define(moved));
        assertThat(web.status().pending()).isFalse();
        assertThat(web.status().vm()).isEqualTo(moved);
        assertThat(network.adjusted().getLast()).isEqualTo(moved);
        assertThat(ledger.inherited().getFirst().vm()).isEqualTo(moved);
    }

    @Test
    void whatCannotBeDoneIsPending() throws Exception {
        Vm vm = disc("a.iso", Samples.onSwitch("uplink"));
        Supervisor web = running(vm);
        network.fail(Optional.of("bridge9 does not exist"));
        get(web.define(Samples.withLinks(vm, Samples.onSwitch("lost"))));
        assertThat(web.status().pending()).isTrue();
        assertThat(web.status().unsettled()).contains("bridge9 does not exist");
        assertThat(web.status().vm()).isEqualTo(vm);
        network.fail(Optional.empty());
        get(web.define(vm));
        assertThat(web.status().pending()).isFalse();
    }

    @Test
    void anotherMediumIsInserted() throws Exception {
        Supervisor web = running(disc("a.iso"));
        Vm other = disc("b.iso");
        get(web.define(other));
        assertThat(hypervisor.latest().media()).containsExactly(folder.resolve("b.iso"));
        assertThat(web.status().pending()).isFalse();
        get(web.define(other.withCdrom(Optional.of(folder.resolve("none.iso").toString()))));
        assertThat(web.status().pending()).isTrue();
        assertThat(web.status().unsettled().orElseThrow()).startsWith("cdrom: ");
        assertThat(hypervisor.latest().media()).hasSize(1);
    }

    @Test
    void aDriveThatGoesNeedsAStart() throws Exception {
        Vm vm = disc("a.iso");
        Supervisor web = running(vm);
        get(web.define(vm.withCdrom(Optional.empty())));
        assertThat(web.status().pending()).isTrue();
        assertThat(hypervisor.latest().media()).isEmpty();
    }

    @Test
    void aSwitchThatChangesMeanwhileIsFollowed() throws Exception {
        Vm vm = disc("a.iso", Samples.onSwitch("uplink"));
        Supervisor web = running(vm);
        int before = network.adjusted().size();
        get(web.define(vm));
        assertThat(network.adjusted()).hasSize(before + 1);
    }

    private Supervisor running(Vm vm) throws Exception {
        Ports ports = PlayedPorts.of(hypervisor, network, new FakeClock(), ledger);
        Supervisor supervisor = Supervisor.of(vm, ports);
        assertThat(get(supervisor.start())).isEqualTo(new Answer.Started());
        return supervisor;
    }

    private Vm disc(String name, Interface... links) throws IOException {
        Path image = Files.writeString(folder.resolve(name), "image");
        return Samples.withLinks(Samples.vm(1, "web"), links)
                .withCdrom(Optional.of(image.toString()));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}

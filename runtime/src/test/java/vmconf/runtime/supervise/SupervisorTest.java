package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.network.FakeNetwork;

@Timeout(30)
class SupervisorTest {
    @TempDir Path folder = Path.of("");
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final FakeNetwork network = new FakeNetwork();
    private final FakeClock clock = new FakeClock();
    private final FakeLedger ledger = new FakeLedger();
    private final Ports ports = PlayedPorts.of(hypervisor, network, clock, ledger);
    private Vm vm = Samples.vm(1, "web");
    private Supervisor supervisor = Supervisor.of(vm, ports);

    @BeforeEach
    void image() throws Exception {
        Path disk = Files.writeString(folder.resolve("disk.img"), "raw");
        vm = Samples.withDisks(Samples.vm(1, "web"), disk.toString());
        supervisor = Supervisor.of(vm, ports);
    }

    @Test
    void startsAndStops() throws Exception {
        assertThat(get(supervisor.start())).isEqualTo(new Answer.Started());
        assertThat(supervisor.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        assertThat(get(supervisor.start()))
                .isEqualTo(new Answer.Refused(Answer.Refusal.ALREADY_RUNNING));
        assertThat(get(supervisor.stop(Manner.GRACEFUL, true))).isEqualTo(new Answer.Terminated());
        assertThat(supervisor.status().phase()).isEqualTo(VmStatus.Phase.STOPPED);
        assertThat(supervisor.status().guest()).isEmpty();
        assertThat(network.returned()).isEqualTo(1);
    }

    /// Of an error that the guest was told of it hears, and goes on.
    @Test
    void aFullDiskPausesItsGuest() throws Exception {
        get(supervisor.start());
        DiskError broken = new DiskError("disk0", "read", false, "Input/output error");
        hypervisor.latest().failDisk(broken);
        assertThat(get(supervisor.unpause())).isEqualTo(new Answer.Unpaused());
        assertThat(supervisor.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        assertThat(supervisor.status().diskTrouble().orElseThrow())
                .isEqualTo(
                        "disk0 %s: read failed: Input/output error; the guest has been told"
                                .formatted(vm.disks().getFirst().path()));
        hypervisor.latest().failDisk(new DiskError("disk0", "write", true, "No space left"));
        assertThat(get(supervisor.pause())).isEqualTo(new Answer.Paused());
        assertThat(supervisor.status().phase()).isEqualTo(VmStatus.Phase.PAUSED);
        assertThat(supervisor.status().diskTrouble().orElseThrow())
                .endsWith("it stands still: make room, then vmctl unpause web");
        assertThat(get(supervisor.unpause())).isEqualTo(new Answer.Unpaused());
        assertThat(supervisor.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        assertThat(supervisor.status().diskTrouble()).isEmpty();
        hypervisor.latest().failDisk(broken);
        get(supervisor.stop(Manner.FORCED, true));
        assertThat(supervisor.status().diskTrouble()).isEmpty();
    }

    @Test
    void killsAGuestThatIgnoresThePowerButton() throws Exception {
        hypervisor.makeObedient(false);
        get(supervisor.start());
        CompletionStage<Answer> stopped = supervisor.stop(Manner.GRACEFUL, true);
        clock.awaitAppointment();
        assertThat(hypervisor.alive()).isEqualTo(1);
        clock.advance(PlayedPorts.GRACE);
        assertThat(get(stopped)).isEqualTo(new Answer.Terminated());
        assertThat(supervisor.status().lastEnding().map(Ending::text))
                .contains("killed: not shut down within 120 s");
    }

    @Test
    void tellsWhyAGuestWent() throws Exception {
        get(supervisor.start());
        CompletionStage<Answer> end = supervisor.awaitEnd();
        hypervisor.latest().end(139, Exit.Cause.UNKNOWN);
        assertThat(get(end)).isEqualTo(new Answer.Terminated());
        assertThat(supervisor.status().lastEnding().map(Ending::text))
                .contains("qemu was killed by signal 11 (SIGSEGV)");
        assertThat(network.returned()).isEqualTo(network.lent());
    }

    @Test
    void whoHasGoneSaysSo() throws Exception {
        assertThat(get(supervisor.dismiss())).isFalse();
        get(supervisor.gone());
        assertThat(get(supervisor.define(vm))).isFalse();
        assertThat(get(supervisor.dismiss())).isFalse();
    }

    @Test
    void failedLaunchGivesEverythingBack() throws Exception {
        hypervisor.fail(Optional.of("no memory"));
        assertThat(get(supervisor.start())).isEqualTo(new Answer.StartFailed("no memory"));
        assertThat(network.returned()).isEqualTo(1);
        hypervisor.fail(Optional.empty());
        assertThat(get(supervisor.start())).isEqualTo(new Answer.Started());
    }

    @Test
    void refusedLeaseStartsNothing() throws Exception {
        network.fail(Optional.of("no bridge"));
        assertThat(get(supervisor.start())).isEqualTo(new Answer.StartFailed("no bridge"));
        assertThat(hypervisor.alive()).isZero();
    }

    @Test
    void twoVmsDoNotShareADisk() throws Exception {
        Vm other = Samples.withDisks(Samples.vm(2, "db"), vm.disks().getFirst().path());
        Supervisor second = Supervisor.of(other, ports);
        get(supervisor.start());
        assertThat(get(second.start()).toString()).contains("is used by vm \"web\"");
        get(supervisor.stop(Manner.FORCED, true));
        assertThat(get(second.start())).isEqualTo(new Answer.Started());
    }

    @Test
    void groupsStartOneAfterTheOther() throws Exception {
        List<Vm> vms =
                List.of("a", "b", "c").stream()
                        .map(name -> disked(name.charAt(0) - 'a' + 1, name))
                        .map(Samples::enabled)
                        .toList();
        Registry registry = Registry.of(Samples.plan(List.of(), vms.toArray(Vm[]::new)), ports);
        registry.startEnabled(Samples.plan(List.of()).staggeredStart());
        Supervisor last = registry.find("c").orElseThrow();
        assertThat(get(registry.find("a").orElseThrow().start())).isNotNull();
        assertThat(get(last.awaitEnd())).isEqualTo(new Answer.Refused(Answer.Refusal.NOT_RUNNING));
        assertThat(last.status().phase()).isEqualTo(VmStatus.Phase.WAITING);
        clock.advance(Duration.ofSeconds(30));
        assertThat(get(last.start())).isNotNull();
        registry.stopAll(Duration.ofSeconds(20));
        assertThat(hypervisor.alive()).isZero();
        assertThat(network.returned()).isEqualTo(network.lent());
    }

    private Vm disked(int id, String name) {
        try {
            Path disk = Files.writeString(folder.resolve(name + ".img"), "raw");
            return Samples.withDisks(Samples.vm(id, name), disk.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}

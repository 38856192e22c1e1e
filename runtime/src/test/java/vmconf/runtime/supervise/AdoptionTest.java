package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.network.FakeNetwork;

/// One daemon after the other, with guests and a ledger that outlive them.
@Timeout(30)
class AdoptionTest {
    @TempDir Path folder = Path.of("");
    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final FakeNetwork network = new FakeNetwork();
    private final FakeLedger ledger = new FakeLedger();
    private FakeClock clock = new FakeClock();

    @Test
    void whatRanRuns() throws Exception {
        get(daemon(disked("web")).find("web").orElseThrow().start());
        Registry next = daemon(disked("web"));
        Supervisor web = next.find("web").orElseThrow();
        assertThat(web.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        assertThat(web.status().pending()).isFalse();
        assertThat(next.generation().number()).isEqualTo(1);
        assertThat(get(web.stop(Manner.GRACEFUL, true))).isEqualTo(new Answer.Terminated());
        assertThat(ledger.open()).isZero();
    }

    @Test
    void anotherDefinitionIsPending() throws Exception {
        get(daemon(disked("web")).find("web").orElseThrow().start());
        Vm larger = Samples.withMemory(disked("web"), 1L << 30);
        VmStatus web = daemon(larger).find("web").orElseThrow().status();
        assertThat(web.pending()).isTrue();
        assertThat(web.vm().memory()).isEqualTo(Vm.DEFAULT_MEMORY);
    }

    @Test
    void aPausedGuestIsPaused() throws Exception {
        Supervisor first = daemon(disked("web")).find("web").orElseThrow();
        get(first.start());
        get(first.pause());
        Supervisor next = daemon(disked("web")).find("web").orElseThrow();
        assertThat(next.status().phase()).isEqualTo(VmStatus.Phase.PAUSED);
        assertThat(get(next.unpause())).isEqualTo(new Answer.Unpaused());
    }

    @Test
    void aStopThatWasAskedForIsFinishedInItsTime() throws Exception {
        hypervisor.makeObedient(false);
        Supervisor first = daemon(disked("web")).find("web").orElseThrow();
        get(first.start());
        get(first.stop(Manner.GRACEFUL, false));
        clock.awaitAppointment();
        ledger.awaitStopping();
        clock = new FakeClock();
        clock.advance(PlayedPorts.GRACE.minusSeconds(10));
        Supervisor next = daemon(disked("web")).find("web").orElseThrow();
        assertThat(next.status().phase()).isEqualTo(VmStatus.Phase.STOPPING);
        CompletionStage<Answer> end = next.awaitEnd();
        clock.advance(Duration.ofSeconds(10));
        assertThat(get(end)).isEqualTo(new Answer.Terminated());
        assertThat(next.status().lastEnding().map(Ending::text))
                .contains("killed: not shut down within 120 s");
    }

    @Test
    void theDeadAreToldAndGivenBack() throws Exception {
        ledger.inherit(disked("web"), true);
        ledger.inherit(disked("half"), false);
        Registry next = daemon(disked("web"), disked("half"));
        VmStatus web = next.find("web").orElseThrow().status();
        assertThat(web.phase()).isEqualTo(VmStatus.Phase.STOPPED);
        assertThat(web.lastEnding().map(Ending::text))
                .contains("ended with the host, which has been started anew");
        assertThat(next.find("half").orElseThrow().status().lastEnding().map(Ending::text))
                .contains("start failed: vmd ended meanwhile");
        assertThat(ledger.open()).isZero();
        assertThat(network.returned()).isEqualTo(2);
    }

    @Test
    void guestsThatAreNotInThePlanAreTakenOverAndLeave() throws Exception {
        get(daemon(disked("web")).find("web").orElseThrow().start());
        Registry next = daemon(disked("mail"));
        Supervisor web = next.find("web").orElseThrow();
        assertThat(web.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        assertThat(next.find("mail").orElseThrow().vm().id()).isEqualTo(2);
        get(web.stop(Manner.FORCED, true));
        web.gone().toCompletableFuture().get(20, TimeUnit.SECONDS);
        next.reload(Samples.plan(List.of(), disked("mail"))).toCompletableFuture().get();
        assertThat(next.find("web")).isEmpty();
    }

    @Test
    void numbersStayWithTheirNames() throws Exception {
        daemon(disked("a"), disked("b"));
        daemon(disked("b"));
        Registry third = daemon(disked("c"), disked("b"));
        assertThat(third.find("b").orElseThrow().vm().id()).isEqualTo(2);
        assertThat(third.find("c").orElseThrow().vm().id()).isEqualTo(3);
        assertThat(ledger.known().ids()).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
        third.reset(true, false).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(ledger.known().ids()).isEmpty();
    }

    @Test
    void whatCannotBeNotedIsNotDone() throws Exception {
        Registry registry = daemon(disked("web"));
        ledger.breakDown(true);
        assertThatThrownBy(
                        () ->
                                registry.reload(Samples.plan(List.of(), disked("mail")))
                                        .toCompletableFuture()
                                        .get(20, TimeUnit.SECONDS))
                .hasMessageContaining("No space left on device");
        assertThat(registry.find("web")).isPresent();
        assertThat(registry.find("mail")).isEmpty();
        assertThat(get(registry.find("web").orElseThrow().start()))
                .isInstanceOf(Answer.StartFailed.class);
        assertThat(hypervisor.alive()).isZero();
    }

    @Test
    void troubleIsToldAndGoesAway() throws Exception {
        Supervisor web = daemon(disked("web")).find("web").orElseThrow();
        get(web.start());
        assertThat(web.status().trouble()).isEmpty();
        hypervisor.latest().makeTrouble(Optional.of("monitor: no answer to query-status in 3 s"));
        assertThat(web.status().trouble()).isPresent();
        assertThat(web.status().phase()).isEqualTo(VmStatus.Phase.RUNNING);
        hypervisor.latest().makeTrouble(Optional.empty());
        assertThat(web.status().trouble()).isEmpty();
    }

    private Registry daemon(Vm... vms) throws Exception {
        Ports ports = PlayedPorts.of(hypervisor, network, clock, ledger);
        return Registry.of(plan(vms), ports);
    }

    private static Plan plan(Vm... vms) {
        for (int i = 0; i < vms.length; i++) {
            vms[i] = vms[i].renumbered(i + 1);
        }
        return Samples.plan(List.of(), vms);
    }

    private Vm disked(String name) throws IOException {
        Path disk = Files.writeString(folder.resolve(name + ".img"), "raw");
        return Samples.withDisks(Samples.vm(1, name), disk.toString());
    }

    private static Answer get(CompletionStage<Answer> answer) throws Exception {
        return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}

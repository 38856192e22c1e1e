package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Ticket TICKET = new Ticket(1);
    private static final State RUNNING = new State.Running(1, Pace.from(NOW), List.of());

    @Property(tries = 5000)
    void anyOrderOfEventsKeepsThePromises(@ForAll("choices") List<Integer> choices) {
        Simulation simulation = new Simulation();
        choices.forEach(simulation::step);
        simulation.end();
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 20 * 16 - 1).list().ofMaxSize(50);
    }

    @Test
    void gracefulStopAsksThenWaits() {
        Next next =
                Transitions.transition(
                        RUNNING, new Event.Stop(TICKET, Manner.GRACEFUL, false, NOW));
        assertThat(next.state()).isEqualTo(new State.Stopping(1, NOW, List.of()));
        assertThat(next.actions())
                .containsExactly(
                        new Action.PowerDown(),
                        new Action.ArmDeadline(1),
                        new Action.Reply(TICKET, new Answer.Requested()));
    }

    @Test
    void deadlineKillsWhoDoesNotStop() {
        State stopping = new State.Stopping(1, NOW, List.of(TICKET));
        Duration allowed = Duration.ofSeconds(5);
        Next killing = Transitions.transition(stopping, new Event.DeadlinePassed(1, allowed));
        assertThat(killing.actions()).containsExactly(new Action.Kill());
        Exit exit = new Exit(137, Exit.Cause.UNKNOWN, "");
        Next end = Transitions.transition(killing.state(), new Event.Exited(1, exit, NOW));
        assertThat(end.actions())
                .containsExactly(
                        new Action.Release(),
                        new Action.Remember(new Ending.Overdue(NOW, allowed)),
                        new Action.Reply(TICKET, new Answer.Terminated()));
    }

    @Test
    void deadlineOfAnEarlierRunMeansNothing() {
        State stopping = new State.Stopping(2, NOW, List.of());
        Event old = new Event.DeadlinePassed(1, Duration.ZERO);
        assertThat(Transitions.transition(stopping, old)).isEqualTo(Next.to(stopping));
    }

    @Test
    void secondStopIsRefusedAndForcedOneIsNot() {
        State stopping = new State.Stopping(1, NOW, List.of());
        Next again =
                Transitions.transition(
                        stopping, new Event.Stop(TICKET, Manner.GRACEFUL, false, NOW));
        assertThat(again.actions())
                .containsExactly(
                        new Action.Reply(
                                TICKET, new Answer.Refused(Answer.Refusal.ALREADY_STOPPING)));
        Next forced =
                Transitions.transition(stopping, new Event.Stop(TICKET, Manner.FORCED, true, NOW));
        assertThat(forced.actions()).containsExactly(new Action.Kill());
    }

    @Test
    void stopCancelsAWaitingStart() {
        Next next =
                Transitions.transition(
                        new State.Waiting(0), new Event.Stop(TICKET, Manner.GRACEFUL, false, NOW));
        assertThat(next.state()).isEqualTo(new State.Stopped(0));
    }

    @Test
    void endingsTellWhoEndedIt() {
        assertThat(ending(RUNNING, 0, Exit.Cause.GUEST_SHUTDOWN).text())
                .isEqualTo("powered off by the guest");
        assertThat(ending(RUNNING, 137, Exit.Cause.UNKNOWN).text())
                .isEqualTo("qemu was killed by signal 9 (SIGKILL)");
        assertThat(ending(RUNNING, 1, Exit.Cause.UNKNOWN).text())
                .isEqualTo("qemu exited with status 1");
        assertThat(ending(RUNNING, 0, Exit.Cause.HOST).text())
                .isEqualTo("qemu was told to quit from outside");
        State stopping = new State.Stopping(1, NOW.minusSeconds(3), List.of());
        assertThat(ending(stopping, 0, Exit.Cause.GUEST_SHUTDOWN).text())
                .isEqualTo("shut down by ACPI after 3 s");
        assertThat(ending(stopping, 139, Exit.Cause.UNKNOWN).abnormal()).isTrue();
    }

    @Test
    void aGuestThatDoesNothingButRebootIsKilled() {
        State state = RUNNING;
        for (int i = 1; i < Pace.TOO_MANY; i++) {
            state =
                    Transitions.transition(state, new Event.Rebooted(1, NOW.plusSeconds(i * 5L)))
                            .state();
            assertThat(state).isInstanceOf(State.Running.class);
        }
        Next last = Transitions.transition(state, new Event.Rebooted(1, NOW.plusSeconds(15)));
        assertThat(last.actions()).containsExactly(new Action.Kill());
        assertThat(ending(last.state(), 137, Exit.Cause.UNKNOWN).text())
                .isEqualTo("killed: restarted too quickly, 3 times in a row within 6 s each");
        State calm =
                Transitions.transition(state, new Event.Rebooted(1, NOW.plusSeconds(30))).state();
        assertThat(calm)
                .isEqualTo(new State.Running(1, new Pace(NOW.plusSeconds(30), 0), List.of()));
    }

    @Test
    void aPausedGuestGoesOnToPowerOff() {
        State paused = new State.Paused(1, Pace.from(NOW), List.of());
        Next stop =
                Transitions.transition(paused, new Event.Stop(TICKET, Manner.GRACEFUL, false, NOW));
        assertThat(stop.actions())
                .containsExactly(
                        new Action.Wake(),
                        new Action.PowerDown(),
                        new Action.ArmDeadline(1),
                        new Action.Reply(TICKET, new Answer.Requested()));
        Next start = Transitions.transition(paused, new Event.Start(TICKET, OneBoot.AS_DEFINED));
        assertThat(start.state()).isEqualTo(paused);
    }

    @Test
    void pausingIsTrueOnlyOnceItIsDone() {
        Next asked = Transitions.transition(RUNNING, new Event.Pause(TICKET));
        assertThat(asked).isEqualTo(Next.to(RUNNING, new Action.Pause(1, TICKET)));
        Next failed =
                Transitions.transition(
                        RUNNING, new Event.PauseDone(1, TICKET, Optional.of("no answer")));
        assertThat(failed)
                .isEqualTo(
                        Next.to(RUNNING, new Action.Reply(TICKET, new Answer.Failed("no answer"))));
        Next done =
                Transitions.transition(RUNNING, new Event.PauseDone(1, TICKET, Optional.empty()));
        assertThat(done.state()).isEqualTo(new State.Paused(1, Pace.from(NOW), List.of()));
    }

    private static Ending ending(State state, int status, Exit.Cause cause) {
        Event exited = new Event.Exited(1, new Exit(status, cause, ""), NOW);
        return Transitions.transition(state, exited).actions().stream()
                .filter(Action.Remember.class::isInstance)
                .map(Action.Remember.class::cast)
                .findFirst()
                .orElseThrow()
                .ending();
    }
}

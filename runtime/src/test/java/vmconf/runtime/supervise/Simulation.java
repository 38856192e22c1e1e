package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.runtime.Samples;

/// A world around one state machine: it launches, exits and answers as the machine asks, and
/// checks after every event what must never happen.
final class Simulation {
    private final Map<Ticket, Integer> answers = new HashMap<>();
    private State state = new State.Stopped(0);
    private Optional<Integer> launching = Optional.empty();
    private Optional<Integer> alive = Optional.empty();
    private int launched;
    private int released;
    private boolean killed;
    private boolean standsStill;
    private boolean left;
    private final Deque<Action.Send> sending = new ArrayDeque<>();
    private final Deque<Event> underWay = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;

    State state() {
        return state;
    }

    /// One step of the world, chosen by a number.
    void step(int choice) {
        now = now.plusSeconds(1);
        switch (choice % 20) {
            case 0 -> apply(new Event.Start(ticket(), OneBoot.AS_DEFINED));
            case 1 -> apply(new Event.Stop(ticket(), Manner.GRACEFUL, false, now));
            case 2 -> apply(new Event.Stop(ticket(), Manner.GRACEFUL, true, now));
            case 3 -> apply(new Event.Stop(ticket(), Manner.FORCED, false, now));
            case 4 -> apply(new Event.Stop(ticket(), Manner.FORCED, true, now));
            case 5 -> apply(new Event.Wait(ticket()));
            case 6 -> apply(new Event.Queue());
            case 7 -> apply(new Event.Turn());
            case 8 -> apply(new Event.DeadlinePassed(choice / 20 % 4, Duration.ofSeconds(9)));
            case 9 -> finishLaunch(true);
            case 10 -> finishLaunch(false);
            case 11 -> apply(new Event.Pause(ticket()));
            case 12 -> apply(new Event.Unpause(ticket()));
            case 13 -> finishHandling();
            case 14 -> reboot();
            case 15 -> apply(new Event.Send(ticket(), parting(choice), destination()));
            case 16 -> finishSend(choice);
            case 17 -> apply(new Event.Receive(ticket(), Samples.vm(1, "vm"), arrival()));
            case 18 -> apply(new Event.CutTransfers());
            default -> exit(choice);
        }
    }

    private Ticket ticket() {
        Ticket ticket = new Ticket(answers.size());
        answers.put(ticket, 0);
        return ticket;
    }

    private static Parting parting(int choice) {
        return choice / 20 % 2 == 0 ? Parting.LEAVES : Parting.STAYS;
    }

    private static Destination destination() {
        return new NoTransfer();
    }

    private static Arrival arrival() {
        return new NoTransfer();
    }

    /// It works, or not; a guest that has gone has not been sent.
    private void finishSend(int choice) {
        if (sending.isEmpty()) {
            return;
        }
        Action.Send done = sending.remove();
        boolean there = alive.isPresent() && alive.get() == done.run() && !killed;
        boolean well = there && choice / 20 % 3 != 0;
        Outcome outcome = new Outcome.Kept("no");
        if (well) {
            outcome = done.parting() == Parting.LEAVES ? new Outcome.Left() : new Outcome.Saved();
        } else if (there && choice / 20 % 4 == 3) {
            outcome = new Outcome.Stuck("no");
        }
        if (there && done.goesOn() && !(outcome instanceof Outcome.Left)) {
            standsStill = outcome instanceof Outcome.Stuck;
        }
        left = left || outcome instanceof Outcome.Left;
        apply(new Event.SendDone(done.run(), Optional.of(done.ticket()), outcome));
        if (there && well) {
            assertThat(state instanceof State.Killing)
                    .as("ends when its state is elsewhere, and only then")
                    .isEqualTo(done.parting() == Parting.LEAVES);
        } else if (there) {
            assertThat(state).isInstanceOfAny(State.Running.class, State.Paused.class);
            assertThat(state instanceof State.Paused).as("as before").isEqualTo(standsStill);
        }
    }

    private void finishLaunch(boolean success) {
        if (launching.isEmpty()) {
            return;
        }
        int run = launching.get();
        launching = Optional.empty();
        if (success) {
            launched++;
            alive = Optional.of(run);
            killed = false;
            standsStill = false;
            left = false;
            apply(new Event.Launched(run, now));
        } else {
            apply(new Event.LaunchFailed(run, "no", now));
        }
    }

    /// What a guest was asked for is done, or fails as it has gone.
    private void finishHandling() {
        if (underWay.isEmpty()) {
            return;
        }
        Event done = underWay.remove();
        boolean there = alive.isPresent() && alive.get() == runOf(done);
        if (there) {
            standsStill = done instanceof Event.PauseDone;
        }
        apply(there ? done : failed(done));
    }

    private static int runOf(Event done) {
        return switch (done) {
            case Event.PauseDone(int run, _, _) -> run;
            case Event.UnpauseDone(int run, _, _) -> run;
            default -> 0;
        };
    }

    private static Event failed(Event done) {
        return switch (done) {
            case Event.PauseDone(int run, Ticket ticket, _) ->
                    new Event.PauseDone(run, ticket, Optional.of("gone"));
            case Event.UnpauseDone(int run, Ticket ticket, _) ->
                    new Event.UnpauseDone(run, ticket, Optional.of("gone"));
            default -> done;
        };
    }

    /// A guest that stands still does not reboot.
    private void reboot() {
        if (alive.isPresent() && !standsStill && !killed) {
            apply(new Event.Rebooted(alive.get(), now));
        }
    }

    private void exit(int choice) {
        if (alive.isPresent()) {
            Exit.Cause[] causes = Exit.Cause.values();
            Exit.Cause cause = killed ? Exit.Cause.UNKNOWN : causes[choice / 20 % causes.length];
            int run = alive.get();
            alive = Optional.empty();
            apply(new Event.Exited(run, new Exit(killed ? 137 : 0, cause, ""), now));
        }
    }

    /// A transfer that nothing passes through.
    private record NoTransfer() implements Destination, Arrival {
        @Override
        public void take(Portrait guest, Contents contents) {}

        @Override
        public Portrait portrait() {
            return new Portrait(Samples.vm(1, "vm"), FakeGuest.PLATFORM, List.of());
        }

        @Override
        public List<DiskStamp> copyTo(OutputStream out) {
            return List.of();
        }

        @Override
        public boolean withAnyDisks() {
            return false;
        }

        @Override
        public void cut(String reason) {}
    }

    private void apply(Event event) {
        Next next = Transitions.transition(state, event);
        state = next.state();
        next.actions().forEach(this::perform);
        assertThat(!(state instanceof State.Running(_, Pace pace, _)) || !pace.isTooQuick())
                .as("a guest that reboots too quickly runs on")
                .isTrue();
        boolean busy = launching.isPresent() || alive.isPresent();
        assertThat(VmStatus.phaseOf(state) != VmStatus.Phase.STOPPED || !busy)
                .as("%s after %s has a process", state, event)
                .isTrue();
    }

    private void perform(Action action) {
        switch (action) {
            case Action.Launch(int run, _) -> {
                assertThat(launching.isPresent() || alive.isPresent())
                        .as("second process")
                        .isFalse();
                assertThat(released).as("leases held at launch").isEqualTo(launched);
                launching = Optional.of(run);
            }
            case Action.Receive(int run, _, _) -> {
                assertThat(launching.isPresent() || alive.isPresent())
                        .as("second process")
                        .isFalse();
                assertThat(released).as("leases held at launch").isEqualTo(launched);
                launching = Optional.of(run);
            }
            case Action.Send send -> {
                assertThat(alive).as("what is sent is there").contains(send.run());
                assertThat(sending).as("sent once at a time").noneMatch(e -> e.run() == send.run());
                sending.add(send);
                standsStill = true;
            }
            case Action.Recall _, Action.CutTransfer _ -> {}
            case Action.Kill() -> killed = true;
            case Action.Release() -> {
                assertThat(alive).as("released while alive").isEmpty();
                released++;
                assertThat(released).as("released twice").isLessThanOrEqualTo(launched);
            }
            case Action.Reply(Ticket ticket, Answer answer) ->
                    assertThat(answers.merge(ticket, 1, Integer::sum))
                            .as("%s", answer)
                            .isEqualTo(1);
            case Action.Pause(int run, Ticket ticket) ->
                    underWay.add(new Event.PauseDone(run, ticket, Optional.empty()));
            case Action.Unpause(int run, Ticket ticket) ->
                    underWay.add(new Event.UnpauseDone(run, ticket, Optional.empty()));
            case Action.Wake() -> {
                assertThat(left).as("goes on here and elsewhere").isFalse();
                standsStill = false;
            }
            case Action.PowerDown() ->
                    assertThat(standsStill)
                            .as("asked to power off while it stands still")
                            .isFalse();
            case Action.ArmDeadline _, Action.Remember _ -> {}
        }
    }

    /// A forced stop, and time for it to work.
    void end() {
        apply(new Event.Stop(ticket(), Manner.FORCED, true, now));
        finishLaunch(true);
        assertThat(alive.isEmpty() || killed).as("process that nobody ends").isTrue();
        exit(0);
        while (!sending.isEmpty()) {
            finishSend(0);
        }
        while (!underWay.isEmpty()) {
            finishHandling();
        }
        assertThat(VmStatus.phaseOf(state)).isEqualTo(VmStatus.Phase.STOPPED);
        assertThat(released).isEqualTo(launched);
        assertThat(answers.values()).as("answers per request").containsOnly(1);
    }
}

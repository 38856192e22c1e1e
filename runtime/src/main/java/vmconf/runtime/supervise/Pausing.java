package vmconf.runtime.supervise;

import java.util.Optional;

/// The decisions about letting a guest stand still and go on.
final class Pausing {
    private Pausing() {}

    /// In any state.
    static Next decide(State state, Event.OfPause event) {
        return switch (state) {
            case State.Running running -> whenRunning(running, event);
            case State.Paused paused -> whenPaused(paused, event);
            case State.Sending sending -> Sendings.whenSending(sending, event);
            case State.Stopped _, State.Waiting _, State.Starting _ -> refused(state, event);
            case State.Aborting _, State.Stopping _, State.Killing _ -> refused(state, event);
        };
    }

    /// The guest runs, and what was asked for may have been done.
    private static Next whenRunning(State.Running state, Event.OfPause event) {
        return switch (event) {
            case Event.Pause(Ticket ticket) ->
                    Next.to(state, new Action.Pause(state.run(), ticket));
            case Event.Unpause(Ticket ticket) -> answer(state, ticket, new Answer.Unpaused());
            case Event.PauseDone(int run, Ticket ticket, Optional<String> failure)
                    when run == state.run() ->
                    failure.isPresent()
                            ? answer(state, ticket, new Answer.Failed(failure.get()))
                            : answer(
                                    new State.Paused(run, state.pace(), state.waiters()),
                                    ticket,
                                    new Answer.Paused());
            case Event.UnpauseDone(int run, Ticket ticket, Optional<String> failure)
                    when run == state.run() ->
                    answer(state, ticket, woken(failure));
            case Event.PauseDone _, Event.UnpauseDone _ -> refused(state, event);
        };
    }

    private static Next whenPaused(State.Paused state, Event.OfPause event) {
        int run = state.run();
        return switch (event) {
            case Event.Pause(Ticket ticket) -> answer(state, ticket, new Answer.Paused());
            case Event.Unpause(Ticket ticket) -> Next.to(state, new Action.Unpause(run, ticket));
            case Event.PauseDone(int done, Ticket ticket, _) when done == run ->
                    answer(state, ticket, new Answer.Paused());
            case Event.UnpauseDone(int done, Ticket ticket, Optional<String> failure)
                    when done == run ->
                    answer(failure.isPresent() ? state : running(state), ticket, woken(failure));
            case Event.PauseDone _, Event.UnpauseDone _ -> refused(state, event);
        };
    }

    /// Where the guest neither runs nor stands still.
    private static Next refused(State state, Event.OfPause event) {
        return switch (event) {
            case Event.Pause(Ticket ticket) -> answer(state, ticket, Transitions.NOT_RUNNING);
            case Event.Unpause(Ticket ticket) -> answer(state, ticket, Transitions.NOT_RUNNING);
            case Event.PauseDone(int run, Ticket ticket, _) -> {
                Next refused = answer(state, ticket, Transitions.NOT_RUNNING);
                boolean poweringOff = run == state.run() && state instanceof State.Stopping;
                yield poweringOff ? refused.then(new Action.Wake()) : refused;
            }
            case Event.UnpauseDone(_, Ticket ticket, _) ->
                    answer(state, ticket, Transitions.NOT_RUNNING);
        };
    }

    /// The guest stands still. To be asked to power off, it has to go on first.
    static Next whenPaused(State.Paused state, Event.OfRun event) {
        return switch (event) {
            case Event.Stop stop when stop.manner() == Manner.GRACEFUL ->
                    Transitions.transition(running(state), stop).first(new Action.Wake());
            case Event.Stop stop -> Transitions.transition(running(state), stop);
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Paused(
                                    state.run(),
                                    state.pace(),
                                    Transitions.with(state.waiters(), ticket)));
            case Event.Start _, Event.Queue _, Event.Turn _, Event.Exited _ ->
                    stillPaused(state, Transitions.transition(running(state), event));
            case Event.Launched _, Event.LaunchFailed _, Event.DeadlinePassed _, Event.OfGuest _ ->
                    Next.to(state);
        };
    }

    /// What a running guest would do, without its going on.
    private static Next stillPaused(State.Paused state, Next asIfRunning) {
        return asIfRunning.state() instanceof State.Running
                ? new Next(state, asIfRunning.actions())
                : asIfRunning;
    }

    private static State.Running running(State.Paused state) {
        return new State.Running(state.run(), state.pace(), state.waiters());
    }

    private static Answer woken(Optional<String> failure) {
        return failure.<Answer>map(Answer.Failed::new).orElseGet(Answer.Unpaused::new);
    }

    private static Next answer(State state, Ticket ticket, Answer answer) {
        return Transitions.answer(state, ticket, answer);
    }
}

package vmconf.runtime.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The decisions about letting a guest stand still and go on.
final class Pausing {
    private static final Answer NOT_RUNNING = new Answer.Refused(Answer.Refusal.NOT_RUNNING);

    private Pausing() {}

    /// Where the guest neither runs nor stands still.
    static Next refused(State state, Event event) {
        return switch (event) {
            case Event.Pause(Ticket ticket) -> answer(state, ticket, NOT_RUNNING);
            case Event.Unpause(Ticket ticket) -> answer(state, ticket, NOT_RUNNING);
            case Event.PauseDone(int run, Ticket ticket, _) ->
                    run == state.run() && state instanceof State.Stopping
                            ? answer(state, ticket, NOT_RUNNING).then(new Action.Wake())
                            : answer(state, ticket, NOT_RUNNING);
            case Event.UnpauseDone(_, Ticket ticket, _) -> answer(state, ticket, NOT_RUNNING);
            case Event.Start _, Event.Queue _, Event.Turn _, Event.Stop _, Event.Wait _ ->
                    Next.to(state);
            case Event.Launched _, Event.LaunchFailed _, Event.Exited _ -> Next.to(state);
            case Event.DeadlinePassed _, Event.OfGuest _, Event.OfTransfer _ -> Next.to(state);
        };
    }

    /// The guest runs, and what was asked for may have been done.
    static Next whenRunning(State.Running state, Event event) {
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
            case Event.Start _, Event.Queue _, Event.Turn _, Event.Stop _, Event.Wait _ ->
                    Next.to(state);
            case Event.Launched _, Event.LaunchFailed _, Event.Exited _ -> Next.to(state);
            case Event.DeadlinePassed _, Event.OfGuest _, Event.OfTransfer _ -> Next.to(state);
        };
    }

    /// The guest stands still. To be asked to power off, it has to go on first.
    static Next whenPaused(State.Paused state, Event event) {
        int run = state.run();
        return switch (event) {
            case Event.Pause(Ticket ticket) -> answer(state, ticket, new Answer.Paused());
            case Event.Unpause(Ticket ticket) -> Next.to(state, new Action.Unpause(run, ticket));
            case Event.PauseDone(int done, Ticket ticket, _) when done == run ->
                    answer(state, ticket, new Answer.Paused());
            case Event.UnpauseDone(int done, Ticket ticket, Optional<String> failure)
                    when done == run ->
                    answer(
                            failure.isPresent() ? state : running(state, state.waiters()),
                            ticket,
                            woken(failure));
            case Event.Stop stop when stop.manner() == Manner.GRACEFUL ->
                    Transitions.transition(running(state, state.waiters()), stop)
                            .first(new Action.Wake());
            case Event.Stop stop -> Transitions.transition(running(state, state.waiters()), stop);
            case Event.Wait(Ticket ticket) ->
                    Next.to(new State.Paused(run, state.pace(), with(state.waiters(), ticket)));
            case Event.Start _, Event.Queue _, Event.Turn _, Event.Exited _ ->
                    stillPaused(
                            state, Transitions.transition(running(state, state.waiters()), event));
            case Event.Launched _, Event.LaunchFailed _, Event.DeadlinePassed _, Event.OfGuest _ ->
                    Next.to(state);
            case Event.PauseDone _, Event.UnpauseDone _ -> refused(state, event);
            case Event.OfTransfer transfer -> Sendings.decide(state, transfer);
        };
    }

    /// What a running guest would do, without its going on.
    private static Next stillPaused(State.Paused state, Next asIfRunning) {
        return asIfRunning.state() instanceof State.Running
                ? new Next(state, asIfRunning.actions())
                : asIfRunning;
    }

    private static State.Running running(State.Paused state, List<Ticket> waiters) {
        return new State.Running(state.run(), state.pace(), waiters);
    }

    private static Answer woken(Optional<String> failure) {
        return failure.<Answer>map(Answer.Failed::new).orElseGet(Answer.Unpaused::new);
    }

    private static Next answer(State state, Ticket ticket, Answer answer) {
        return Next.to(state, new Action.Reply(ticket, answer));
    }

    private static List<Ticket> with(List<Ticket> tickets, Ticket ticket) {
        List<Ticket> more = new ArrayList<>(tickets);
        more.add(ticket);
        return more;
    }
}

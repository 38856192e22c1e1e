package vmconf.runtime.supervise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All decisions about a VM, as a pure function of its state and an event.
final class Transitions {
    static final Answer ALREADY_RUNNING = new Answer.Refused(Answer.Refusal.ALREADY_RUNNING);
    private static final Answer ALREADY_STOPPING =
            new Answer.Refused(Answer.Refusal.ALREADY_STOPPING);
    static final Answer NOT_RUNNING = new Answer.Refused(Answer.Refusal.NOT_RUNNING);

    private Transitions() {}

    static Next transition(State state, Event event) {
        return switch (event) {
            case Event.OfRun ofRun -> decide(state, ofRun);
            case Event.OfPause ofPause -> Pausing.decide(state, ofPause);
            case Event.OfTransfer ofTransfer -> Sendings.decide(state, ofTransfer);
        };
    }

    private static Next decide(State state, Event.OfRun event) {
        return switch (state) {
            case State.Stopped stopped -> whenStopped(stopped, event);
            case State.Waiting waiting -> whenWaiting(waiting, event);
            case State.Starting starting -> whenStarting(starting, event);
            case State.Aborting aborting -> whenAborting(aborting, event);
            case State.Running running -> whenRunning(running, event);
            case State.Paused paused -> Pausing.whenPaused(paused, event);
            case State.Sending sending -> Sendings.whenSending(sending, event);
            case State.Stopping stopping -> whenStopping(stopping, event);
            case State.Killing killing -> whenKilling(killing, event);
        };
    }

    private static Next whenStopped(State.Stopped state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, OneBoot boot) ->
                    launch(state.run() + 1, List.of(ticket), boot);
            case Event.Queue() -> Next.to(new State.Waiting(state.run()));
            case Event.Stop(Ticket ticket, _, _, _) -> answer(state, ticket, NOT_RUNNING);
            case Event.Wait(Ticket ticket) -> answer(state, ticket, NOT_RUNNING);
            case Event.Turn _, Event.Launched _, Event.LaunchFailed _, Event.Exited _ ->
                    Next.to(state);
            case Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next whenWaiting(State.Waiting state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, OneBoot boot) ->
                    launch(state.run() + 1, List.of(ticket), boot);
            case Event.Turn() -> launch(state.run() + 1, List.of(), OneBoot.AS_DEFINED);
            case Event.Stop(Ticket ticket, _, boolean untilEnd, _) ->
                    answer(
                            new State.Stopped(state.run()),
                            ticket,
                            untilEnd ? new Answer.Terminated() : new Answer.Requested());
            case Event.Wait(Ticket ticket) -> answer(state, ticket, NOT_RUNNING);
            case Event.Queue _, Event.Launched _, Event.LaunchFailed _, Event.Exited _ ->
                    Next.to(state);
            case Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next whenStarting(State.Starting state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) -> answer(state, ticket, ALREADY_RUNNING);
            case Event.Stop stop ->
                    accepted(
                                    stop,
                                    new State.Aborting(state.run(), joined(state.waiters(), stop)),
                                    new Action.CutTransfer())
                            .tell(
                                    state.starters(),
                                    new Answer.StartFailed("stopped while it was starting"));
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Starting(
                                    state.run(), state.starters(), with(state.waiters(), ticket)));
            case Event.Launched(int run, Instant at) when run == state.run() ->
                    Next.to(new State.Running(run, Pace.from(at), state.waiters()))
                            .tell(state.starters(), new Answer.Started());
            case Event.LaunchFailed(int run, String reason, Instant at) when run == state.run() ->
                    failed(run, reason, at, state.waiters())
                            .tell(state.starters(), new Answer.StartFailed(reason));
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next whenAborting(State.Aborting state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) -> answer(state, ticket, ALREADY_RUNNING);
            case Event.Stop(Ticket ticket, Manner manner, _, _) when manner == Manner.GRACEFUL ->
                    answer(state, ticket, ALREADY_STOPPING);
            case Event.Stop stop ->
                    accepted(stop, new State.Aborting(state.run(), joined(state.waiters(), stop)));
            case Event.Wait(Ticket ticket) ->
                    Next.to(new State.Aborting(state.run(), with(state.waiters(), ticket)));
            case Event.Launched(int run, _) when run == state.run() ->
                    kill(run, new State.Reason.Forced(), state.waiters());
            case Event.LaunchFailed(int run, String reason, Instant at) when run == state.run() ->
                    failed(run, reason, at, state.waiters());
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next whenRunning(State.Running state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) -> answer(state, ticket, ALREADY_RUNNING);
            case Event.Stop stop -> stopRunning(state, stop);
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Running(
                                    state.run(), state.pace(), with(state.waiters(), ticket)));
            case Event.Exited exited when exited.run() == state.run() ->
                    ended(exited, Endings.unasked(exited), state.waiters());
            case Event.Rebooted(int run, Instant at) when run == state.run() -> rebooted(state, at);
            case Event.DiskFailed(int run, DiskError error)
                    when run == state.run() && error.halted() ->
                    Next.to(new State.Paused(run, state.pace(), state.waiters()));
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next rebooted(State.Running state, Instant at) {
        Pace pace = state.pace().rebooted(at);
        return pace.isTooQuick()
                ? kill(state.run(), new State.Reason.Rebooting(), state.waiters())
                : Next.to(new State.Running(state.run(), pace, state.waiters()));
    }

    private static Next stopRunning(State.Running state, Event.Stop stop) {
        int run = state.run();
        List<Ticket> waiters = joined(state.waiters(), stop);
        return switch (stop.manner()) {
            case GRACEFUL ->
                    accepted(
                            stop,
                            new State.Stopping(run, stop.at(), waiters),
                            new Action.PowerDown(),
                            new Action.ArmDeadline(run));
            case FORCED ->
                    accepted(
                            stop,
                            new State.Killing(run, new State.Reason.Forced(), waiters),
                            new Action.Kill());
        };
    }

    private static Next whenStopping(State.Stopping state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) -> answer(state, ticket, ALREADY_RUNNING);
            case Event.Stop(Ticket ticket, Manner manner, _, _) when manner == Manner.GRACEFUL ->
                    answer(state, ticket, ALREADY_STOPPING);
            case Event.Stop stop ->
                    accepted(
                            stop,
                            new State.Killing(
                                    state.run(),
                                    new State.Reason.Forced(),
                                    joined(state.waiters(), stop)),
                            new Action.Kill());
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Stopping(
                                    state.run(), state.since(), with(state.waiters(), ticket)));
            case Event.DeadlinePassed(int run, var allowed) when run == state.run() ->
                    kill(run, new State.Reason.Overdue(allowed), state.waiters());
            case Event.Exited exited when exited.run() == state.run() ->
                    ended(exited, Endings.asked(exited, state.since()), state.waiters());
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next whenKilling(State.Killing state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) -> answer(state, ticket, ALREADY_RUNNING);
            case Event.Stop(Ticket ticket, Manner manner, _, _) when manner == Manner.GRACEFUL ->
                    answer(state, ticket, ALREADY_STOPPING);
            case Event.Stop stop ->
                    accepted(
                            stop,
                            new State.Killing(
                                    state.run(), state.reason(), joined(state.waiters(), stop)));
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Killing(
                                    state.run(), state.reason(), with(state.waiters(), ticket)));
            case Event.Exited exited when exited.run() == state.run() ->
                    ended(exited, Endings.killed(exited, state.reason()), state.waiters());
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    private static Next launch(int run, List<Ticket> starters, OneBoot boot) {
        return Next.to(new State.Starting(run, starters, List.of()), new Action.Launch(run, boot));
    }

    static Next kill(int run, State.Reason reason, List<Ticket> waiters) {
        return Next.to(new State.Killing(run, reason, waiters), new Action.Kill());
    }

    static Next answer(State state, Ticket ticket, Answer answer) {
        return Next.to(state, new Action.Reply(ticket, answer));
    }

    /// A stop that is carried out: who does not wait for the end is answered now.
    static Next accepted(Event.Stop stop, State state, Action... actions) {
        Next next = Next.to(state, actions);
        return stop.untilEnd()
                ? next
                : next.then(new Action.Reply(stop.ticket(), new Answer.Requested()));
    }

    private static Next failed(int run, String reason, Instant at, List<Ticket> waiters) {
        return Next.to(
                        new State.Stopped(run),
                        new Action.Remember(new Ending.StartFailed(at, reason)))
                .tell(waiters, new Answer.Terminated());
    }

    /// Everything is given back before anybody hears of the end.
    static Next ended(Event.Exited exited, Ending ending, List<Ticket> waiters) {
        return Next.to(
                        new State.Stopped(exited.run()),
                        new Action.Release(),
                        new Action.Remember(ending))
                .tell(waiters, new Answer.Terminated());
    }

    static List<Ticket> joined(List<Ticket> waiters, Event.Stop stop) {
        return stop.untilEnd() ? with(waiters, stop.ticket()) : waiters;
    }

    static List<Ticket> with(List<Ticket> tickets, Ticket ticket) {
        List<Ticket> more = new ArrayList<>(tickets);
        more.add(ticket);
        return more;
    }
}

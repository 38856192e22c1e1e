package vmconf.runtime.supervise;

import java.util.List;
import java.util.Optional;

/// The decisions about a guest's state that goes elsewhere, or comes from there.
final class Sendings {
    private static final Answer BEING_SENT = new Answer.Refused(Answer.Refusal.BEING_SENT);

    private Sendings() {}

    /// In any state.
    static Next decide(State state, Event.OfTransfer event) {
        return switch (event) {
            case Event.Send send -> send(state, send);
            case Event.Receive receive -> receive(state, receive);
            case Event.SendDone done ->
                    state instanceof State.Sending sending && done.run() == state.run()
                            ? done(sending, done)
                            : told(state, done);
            case Event.CutTransfers() -> cut(state);
        };
    }

    private static Next send(State state, Event.Send send) {
        return switch (state) {
            case State.Running(int run, Pace pace, List<Ticket> waiters) ->
                    begun(new State.Sending(run, pace, false, waiters), send);
            case State.Paused(int run, Pace pace, List<Ticket> waiters) ->
                    begun(new State.Sending(run, pace, true, waiters), send);
            case State.Sending _ -> Transitions.answer(state, send.ticket(), BEING_SENT);
            case State.Aborting _, State.Stopping _, State.Killing _ ->
                    refused(state, send.ticket(), Answer.Refusal.ALREADY_STOPPING);
            case State.Stopped _, State.Waiting _, State.Starting _ ->
                    refused(state, send.ticket(), Answer.Refusal.NOT_RUNNING);
        };
    }

    private static Next begun(State.Sending state, Event.Send send) {
        return Next.to(
                state,
                new Action.Send(
                        state.run(),
                        send.ticket(),
                        send.parting(),
                        !state.paused(),
                        send.destination()));
    }

    private static Next receive(State state, Event.Receive receive) {
        return switch (state) {
            case State.Stopped _, State.Waiting _ -> {
                int run = state.run() + 1;
                yield Next.to(
                        new State.Starting(run, List.of(receive.ticket()), List.of()),
                        new Action.Receive(run, receive.vm(), receive.arrival()));
            }
            case State.Starting _, State.Aborting _, State.Running _, State.Paused _ ->
                    Transitions.answer(state, receive.ticket(), Transitions.ALREADY_RUNNING);
            case State.Sending _, State.Stopping _, State.Killing _ ->
                    Transitions.answer(state, receive.ticket(), Transitions.ALREADY_RUNNING);
        };
    }

    private static Next cut(State state) {
        return switch (state) {
            case State.Starting _, State.Aborting _, State.Sending _ ->
                    Next.to(state, new Action.CutTransfer());
            case State.Stopped _, State.Waiting _, State.Running _, State.Paused _ ->
                    Next.to(state);
            case State.Stopping _, State.Killing _ -> Next.to(state);
        };
    }

    /// The guest's state is being written. It stands still, so it cannot be asked for anything; it
    /// can be ended, and the writing with it.
    static Next whenSending(State.Sending state, Event.OfRun event) {
        return switch (event) {
            case Event.Start(Ticket ticket, _) ->
                    Transitions.answer(state, ticket, Transitions.ALREADY_RUNNING);
            case Event.Stop(Ticket ticket, Manner manner, _, _) when manner == Manner.GRACEFUL ->
                    Transitions.answer(state, ticket, BEING_SENT);
            case Event.Stop stop ->
                    Transitions.accepted(
                            stop,
                            new State.Killing(
                                    state.run(),
                                    new State.Reason.Forced(),
                                    Transitions.joined(state.waiters(), stop)),
                            new Action.CutTransfer(),
                            new Action.Kill());
            case Event.Wait(Ticket ticket) ->
                    Next.to(
                            new State.Sending(
                                    state.run(),
                                    state.pace(),
                                    state.paused(),
                                    Transitions.with(state.waiters(), ticket)));
            case Event.Exited exited when exited.run() == state.run() ->
                    Transitions.ended(exited, Endings.unasked(exited), state.waiters())
                            .first(new Action.CutTransfer());
            case Event.Queue _, Event.Turn _, Event.Launched _, Event.LaunchFailed _ ->
                    Next.to(state);
            case Event.Exited _, Event.DeadlinePassed _, Event.OfGuest _ -> Next.to(state);
        };
    }

    /// Whoever asks for it while the state is being written.
    static Next whenSending(State.Sending state, Event.OfPause event) {
        return switch (event) {
            case Event.Pause(Ticket ticket) -> Transitions.answer(state, ticket, BEING_SENT);
            case Event.Unpause(Ticket ticket) -> Transitions.answer(state, ticket, BEING_SENT);
            case Event.PauseDone(_, Ticket ticket, _) ->
                    Transitions.answer(state, ticket, BEING_SENT);
            case Event.UnpauseDone done -> unpauseDone(state, done);
        };
    }

    /// Somebody asked for it just before: it is to go on afterwards.
    private static Next unpauseDone(State.Sending state, Event.UnpauseDone done) {
        boolean paused =
                state.paused() && (done.run() != state.run() || done.failure().isPresent());
        return Transitions.answer(
                new State.Sending(state.run(), state.pace(), paused, state.waiters()),
                done.ticket(),
                paused ? BEING_SENT : new Answer.Unpaused());
    }

    private static Next done(State.Sending state, Event.SendDone done) {
        return switch (done.outcome()) {
            case Outcome.Left() -> {
                List<Ticket> waiters = state.waiters();
                if (done.ticket().isPresent()) {
                    waiters = Transitions.with(waiters, done.ticket().get());
                }
                yield Transitions.kill(state.run(), new State.Reason.Left(), waiters);
            }
            case Outcome.Saved _, Outcome.Kept _ ->
                    state.paused() ? told(paused(state), done) : goingOn(state, done);
            case Outcome.Stuck _ -> told(paused(state), done);
        };
    }

    private static State paused(State.Sending state) {
        return new State.Paused(state.run(), state.pace(), state.waiters());
    }

    /// It goes on already, but for one that somebody unpaused in between.
    private static Next goingOn(State.Sending state, Event.SendDone done) {
        State running = new State.Running(state.run(), state.pace(), state.waiters());
        return told(running, done).first(new Action.Wake());
    }

    private static Next told(State state, Event.SendDone done) {
        Optional<Ticket> ticket = done.ticket();
        return Next.to(state).tell(ticket.stream().toList(), answer(done.outcome()));
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Left() -> new Answer.Terminated();
            case Outcome.Saved() -> new Answer.Saved();
            case Outcome.Kept(String reason) -> new Answer.Failed(reason);
            case Outcome.Stuck(String reason) -> new Answer.Failed(reason);
        };
    }

    private static Next refused(State state, Ticket ticket, Answer.Refusal refusal) {
        return Transitions.answer(state, ticket, new Answer.Refused(refusal));
    }
}

package vmconf.runtime.supervise;

import java.util.ArrayList;
import java.util.List;

/// The outcome of a transition: the new state, and what to do, in order.
record Next(State state, List<Action> actions) {
    Next {
        actions = List.copyOf(actions);
    }

    static Next to(State state, Action... actions) {
        return new Next(state, List.of(actions));
    }

    /// The same with something to do before everything else.
    Next first(Action action) {
        List<Action> more = new ArrayList<>(List.of(action));
        more.addAll(actions);
        return new Next(state, more);
    }

    Next then(Action action) {
        List<Action> more = new ArrayList<>(actions);
        more.add(action);
        return new Next(state, more);
    }

    /// Gives the same answer to everyone on the list.
    Next tell(List<Ticket> tickets, Answer answer) {
        Next next = this;
        for (Ticket ticket : tickets) {
            next = next.then(new Action.Reply(ticket, answer));
        }
        return next;
    }
}

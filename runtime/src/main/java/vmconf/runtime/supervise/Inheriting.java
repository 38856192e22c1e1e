package vmconf.runtime.supervise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The decision what a guest of an earlier daemon is doing.
final class Inheriting {
    private static final int FIRST = 1;

    private Inheriting() {}

    /// @param stopping when it was asked to power off; whether it heard that nobody knows, so it is
    /// asked once more
    /// @param paused its processors stand still
    /// @param moving what is done with its state
    static Next state(
            Instant now, Optional<Instant> stopping, boolean paused, Optional<Moving> moving) {
        if (moving.equals(Optional.of(Moving.LEFT))) {
            return Next.to(
                    new State.Killing(FIRST, new State.Reason.Left(), List.of()),
                    new Action.Kill());
        }
        if (moving.equals(Optional.of(Moving.OUT))) {
            return Next.to(
                    new State.Sending(FIRST, Pace.from(now), false, List.of()),
                    new Action.Recall(FIRST));
        }

        if (stopping.isPresent()) {
            Next next =
                    Next.to(
                            new State.Stopping(FIRST, stopping.get(), List.of()),
                            new Action.PowerDown(),
                            new Action.ArmDeadline(FIRST));
            return paused ? next.first(new Action.Wake()) : next;
        }
        Pace pace = Pace.from(now);
        return paused
                ? Next.to(new State.Paused(FIRST, pace, List.of()))
                : Next.to(new State.Running(FIRST, pace, List.of()));
    }
}

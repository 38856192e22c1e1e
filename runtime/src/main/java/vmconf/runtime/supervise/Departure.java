package vmconf.runtime.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;

/// Writes one guest's state. Whatever goes wrong, the guest goes on as before.
///
/// @param goesOn whether it ran before
record Departure(Live live, Parting parting, boolean goesOn, Log log) {
    private static final int RECALLS = 60;
    private static final Duration BETWEEN_RECALLS = Duration.ofSeconds(1);

    /// Does what a supervisor is told to.
    static Event of(Live live, Action.Send send, Log log) {
        Departure departure = new Departure(live, send.parting(), send.goesOn(), log);
        Outcome outcome = departure.to(send.destination());
        return new Event.SendDone(send.run(), Optional.of(send.ticket()), outcome);
    }

    private Outcome to(Destination destination) {
        Optional<String> failure = attempted(destination);
        if (failure.isEmpty() && parting == Parting.LEAVES) {
            note(Optional.of(Moving.LEFT));
            Mark.SEND_NOTED_LEFT.pass();
            return new Outcome.Left();
        }
        Optional<String> obstacle = goesOn ? resumed() : Optional.empty();
        note(Optional.empty());
        if (obstacle.isPresent()) {
            String reason = "it does not go on: " + obstacle.get();
            return new Outcome.Stuck(failure.map(each -> each + "; " + reason).orElse(reason));
        }
        return failure.<Outcome>map(Outcome.Kept::new).orElseGet(Outcome.Saved::new);
    }

    /// @return why it did not work; absent when all of it is elsewhere
    private Optional<String> attempted(Destination destination) {
        try {
            if (goesOn) {
                live.entry().moving(Optional.of(Moving.OUT));
            }
            Mark.SEND_NOTED.pass();
            live.guest().pause();
            Mark.SEND_PAUSED.pass();
            destination.take(
                    live.portrait(),
                    out -> {
                        live.guest().save(out);
                        Mark.SEND_WRITTEN.pass();
                        return DiskStamp.of(live.vm().disks());
                    });
            Mark.SEND_CONFIRMED.pass();
            return Optional.empty();
        } catch (IOException e) {
            destination.cut(String.valueOf(e.getMessage()));
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> resumed() {
        try {
            live.guest().unpause();
            return Optional.empty();
        } catch (IOException e) {
            log.warn("%s: cannot be unpaused: %s".formatted(live.vm().name(), e.getMessage()));
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void note(Optional<Moving> what) {
        try {
            live.entry().moving(what);
        } catch (IOException e) {
            log.warn("%s: cannot be noted: %s".formatted(live.vm().name(), e.getMessage()));
        }
    }

    /// Lets a guest go on whose state an earlier daemon was writing, as soon as it can be asked.
    static Event recall(Live live, int run, Log log) {
        return new Event.SendDone(run, Optional.empty(), recalled(live, log));
    }

    private static Outcome recalled(Live live, Log log) {
        Departure departure = new Departure(live, Parting.STAYS, true, log);
        Optional<String> obstacle = departure.resumed();
        for (int again = 0; obstacle.isPresent() && again < RECALLS; again++) {
            try {
                Thread.sleep(BETWEEN_RECALLS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Stuck("interrupted");
            }
            obstacle = departure.resumed();
        }
        departure.note(Optional.empty());
        return obstacle.<Outcome>map(Outcome.Stuck::new)
                .orElseGet(() -> new Outcome.Kept("vmd ended meanwhile"));
    }
}

package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock the test moves.
public final class FakeClock implements Clock {
    private record Appointment(Instant at, Runnable task) {}

    private final List<Appointment> appointments = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        appointments.add(new Appointment(now.plus(delay), task));
        notifyAll();
    }

    /// Waits until something has been arranged for later.
    public synchronized void awaitAppointment() throws InterruptedException {
        while (appointments.isEmpty()) {
            wait();
        }
    }

    public void advance(Duration by) {
        due(by).forEach(each -> each.task().run());
    }

    private synchronized List<Appointment> due(Duration by) {
        now = now.plus(by);
        List<Appointment> due =
                appointments.stream().filter(each -> !each.at().isAfter(now)).toList();
        appointments.removeAll(due);
        return due;
    }
}

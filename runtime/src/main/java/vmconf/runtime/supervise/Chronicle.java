package vmconf.runtime.supervise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vmconf.plan.Vm;
import vmconf.runtime.host.Log;

/// What happens to VMs: written into the log, told to those who listen, and remembered for a while.
/// Callable by any thread.
public final class Chronicle {
    /// How many happenings are remembered.
    public static final int MOST_REMEMBERED = 1000;

    private final Clock clock;
    private final Log log;
    private final Deque<Happening> remembered = new ArrayDeque<>();
    private final List<Consumer<Happening>> listeners = new ArrayList<>();
    private final Map<Happening.Kind, Long> counts = new EnumMap<>(Happening.Kind.class);
    private long last;

    Chronicle(Clock clock, Log log) {
        this.clock = clock;
        this.log = log;
    }

    /// Somebody who is told what happens, until closed.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// Tells a listener what happens from now on, and first the latest of what has happened.
    ///
    /// @param past how many of those at most
    /// @param listener returns at once
    public synchronized Subscription tell(int past, Consumer<Happening> listener) {
        remembered.stream().skip(Math.max(0, remembered.size() - past)).forEach(listener);
        listeners.add(listener);
        return () -> forget(listener);
    }

    /// How often each kind of thing has happened since the daemon started.
    public synchronized Map<Happening.Kind, Long> counts() {
        return Map.copyOf(counts);
    }

    private synchronized void forget(Consumer<Happening> listener) {
        listeners.remove(listener);
    }

    void started(Vm vm, String tty) {
        log.info("started %s (vm %d) successfully, tty %s".formatted(vm.name(), vm.id(), tty));
        add(Happening.Kind.STARTED, vm, "started, tty " + tty);
    }

    void tookOver(Vm vm, Guest guest) {
        String process = "process %d, tty %s".formatted(guest.pid(), guest.tty());
        log.info("took over %s (vm %d), %s".formatted(vm.name(), vm.id(), process));
        add(Happening.Kind.TAKEN_OVER, vm, "taken over, " + process);
    }

    void ended(Vm vm, Ending ending) {
        if (ending instanceof Ending.StartFailed(_, String reason)) {
            log.warn("%s: failed to start vm: %s".formatted(vm.name(), reason));
            add(Happening.Kind.START_FAILED, vm, ending.text());
        } else if (ending instanceof Ending.Sent) {
            log.info("%s: sent vm %d successfully.".formatted(vm.name(), vm.id()));
            add(Happening.Kind.SENT, vm, ending.text());
        } else if (ending.abnormal()) {
            log.warn("%s: %s".formatted(vm.name(), ending.text()));
            add(Happening.Kind.CRASHED, vm, ending.text());
        } else {
            log.info("%s: %s".formatted(vm.name(), ending.text()));
            add(Happening.Kind.STOPPED, vm, ending.text());
        }
    }

    void rebooted(Vm vm) {
        add(Happening.Kind.REBOOTED, vm, "rebooted by the guest");
    }

    void diskFailed(Vm vm, DiskError error) {
        log.warn("%s: %s".formatted(vm.name(), error.text(vm)));
        add(Happening.Kind.DISK_ERROR, vm, error.text(vm));
    }

    /// Tells what the user sees of a step from one state to the next.
    void stepped(Vm vm, VmStatus.Phase before, VmStatus.Phase after) {
        if (after == before) {
            return;
        }
        switch (after) {
            case SENDING -> add(Happening.Kind.SENDING, vm, "its state is being written");
            case PAUSED -> add(Happening.Kind.PAUSED, vm, "paused");
            case STOPPING -> add(Happening.Kind.STOPPING, vm, "stopping");
            case RUNNING -> {
                if (before == VmStatus.Phase.PAUSED) {
                    add(Happening.Kind.UNPAUSED, vm, "unpaused");
                }
            }
            case STOPPED, WAITING, STARTING -> {}
        }
    }

    void generation(int number) {
        log.info("generation " + number);
        add(Happening.Kind.GENERATION, Optional.empty(), "generation " + number);
    }

    private void add(Happening.Kind kind, Vm vm, String text) {
        add(kind, Optional.of(new Happening.Subject(vm.id(), vm.name())), text);
    }

    private synchronized void add(
            Happening.Kind kind, Optional<Happening.Subject> vm, String text) {
        Happening happening = new Happening(++last, clock.now(), kind, vm, text);
        counts.merge(kind, 1L, Long::sum);
        remembered.add(happening);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.remove();
        }
        listeners.forEach(each -> each.accept(happening));
    }
}

package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.ProcessId;

/// A ledger in memory. What one daemon of the test leaves open, the next one inherits.
public final class FakeLedger implements Ledger {
    private final List<FakeEntry> open = new ArrayList<>();
    private final NavigableMap<Integer, Generation> kept = new TreeMap<>();
    private Known known = Known.NOTHING;
    private boolean broken;

    /// Whether nothing can be written from now on.
    public synchronized void breakDown(boolean yes) {
        broken = yes;
    }

    public synchronized int open() {
        return open.size();
    }

    /// An entry of a daemon that the test does not run.
    ///
    /// @param letGo whether its guest had been let go
    public synchronized void inherit(Vm vm, boolean letGo) {
        FakeEntry entry = new FakeEntry(vm);
        if (letGo) {
            entry.running(new ProcessId(1, 1, "boot"), Instant.EPOCH);
        }
        open.add(entry);
    }

    /// Waits until it is noted that a guest is to power off.
    public synchronized void awaitStopping() throws InterruptedException {
        while (open.stream().allMatch(each -> each.stopping().isEmpty())) {
            wait();
        }
    }

    private synchronized void changed() {
        notifyAll();
    }

    @Override
    public synchronized Known known() {
        return known;
    }

    @Override
    public synchronized void write(Known next) throws IOException {
        if (broken) {
            throw new IOException("No space left on device");
        }
        known = next;
    }

    @Override
    public synchronized void keep(Generation generation) throws IOException {
        if (broken) {
            throw new IOException("No space left on device");
        }
        kept.put(generation.number(), generation);
    }

    @Override
    public synchronized List<Kept> kept() {
        return kept.values().stream()
                .map(each -> new Kept(each.number(), each.since(), each.change()))
                .toList();
    }

    @Override
    public synchronized Optional<Plan> plan(int number) {
        return Optional.ofNullable(kept.get(number)).map(Generation::plan);
    }

    @Override
    public synchronized Entry open(Vm vm) throws LaunchException {
        if (broken) {
            throw new LaunchException("cannot prepare the guest's files: No space left on device");
        }
        FakeEntry entry = new FakeEntry(vm);
        open.add(entry);
        return entry;
    }

    @Override
    public Path folder(Vm vm) {
        return Path.of("/nowhere/" + vm.id());
    }

    @Override
    public List<Finding> examine() {
        return List.of();
    }

    @Override
    public Optional<String> obstacle(Vm vm) {
        return Optional.empty();
    }

    @Override
    public synchronized List<Entry> inherited() {
        return List.copyOf(open);
    }

    private synchronized void close(FakeEntry entry) {
        open.remove(entry);
    }

    private final class FakeEntry implements Entry {
        private volatile Vm vm;
        private final List<String> taps = new ArrayList<>();
        private volatile Optional<ProcessId> process = Optional.empty();
        private volatile Optional<Instant> stopping = Optional.empty();
        private volatile Optional<Moving> moving = Optional.empty();
        private volatile Instant since = Instant.EPOCH;

        private FakeEntry(Vm vm) {
            this.vm = vm;
        }

        @Override
        public Vm vm() {
            return vm;
        }

        @Override
        public Path folder() {
            return FakeLedger.this.folder(vm);
        }

        @Override
        public synchronized List<String> taps() {
            return List.copyOf(taps);
        }

        @Override
        public Optional<ProcessId> process() {
            return process;
        }

        @Override
        public Instant since() {
            return since;
        }

        @Override
        public Optional<Instant> stopping() {
            return stopping;
        }

        @Override
        public synchronized void taking(int index, String tap) {
            taps.subList(index, taps.size()).clear();
            taps.add(tap);
        }

        @Override
        public void running(ProcessId id, Instant at) {
            process = Optional.of(id);
            since = at;
        }

        @Override
        public void redefined(Vm now) {
            vm = now;
        }

        @Override
        public void stopping(Instant at) {
            stopping = Optional.of(at);
            changed();
        }

        @Override
        public Optional<Moving> moving() {
            return moving;
        }

        @Override
        public void moving(Optional<Moving> what) {
            moving = what;
        }

        @Override
        public void close() {
            FakeLedger.this.close(this);
        }
    }
}

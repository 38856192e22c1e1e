package vmconf.runtime.qemu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import vmconf.runtime.supervise.DiskError;

/// Listens to a monitor for what the host could not do with a guest's disks. A guest may try the
/// same thousands of times a second; it is told once a minute. One that it makes stand still may
/// come from each request under way; it is told once until the guest goes on.
final class DiskErrors implements Consumer<QmpEvent> {
    private static final String EVENT = "BLOCK_IO_ERROR";
    private static final String GOES_ON = "RESUME";
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int MOST_UNHEARD = 16;
    private static final Map<String, String> STANDING =
            Map.of("nospace", "No space left on device", "failed", "Input/output error");

    private final LongSupplier nanoTime;
    private final Map<DiskError, Long> told = new HashMap<>();
    private final List<DiskError> unheard = new ArrayList<>();
    private Optional<Consumer<DiskError>> listener = Optional.empty();

    /// @param nanoTime a clock like `System.nanoTime`
    DiskErrors(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(QmpEvent event) {
        if (event.name().equals(GOES_ON)) {
            goesOn();
        } else if (event.name().equals(EVENT)) {
            JsonNode data = event.data();
            tell(
                    new DiskError(
                            Shown.of(data.path("device").asString("")),
                            data.path("operation").asString("").equals("read") ? "read" : "write",
                            data.path("action").asString("").equals("stop"),
                            Shown.of(data.path("reason").asString("Input/output error"))));
        }
    }

    /// A guest that an earlier daemon let stand still.
    ///
    /// @param drives QEMU's answer to `query-block`
    void found(JsonNode drives) {
        for (JsonNode each : drives) {
            Optional.ofNullable(STANDING.get(each.path("io-status").asString("ok")))
                    .map(why -> new DiskError(each.path("device").asString(""), "write", true, why))
                    .ifPresent(this::tell);
        }
    }

    private synchronized void goesOn() {
        told.keySet().removeIf(DiskError::halted);
    }

    private synchronized void tell(DiskError error) {
        if (isTold(error)) {
            return;
        }
        told.put(error, nanoTime.getAsLong());
        if (listener.isPresent()) {
            listener.get().accept(error);
        } else if (unheard.size() < MOST_UNHEARD) {
            unheard.add(error);
        }
    }

    private boolean isTold(DiskError error) {
        Long before = told.get(error);
        return before != null
                && (error.halted() || nanoTime.getAsLong() - before < AGAIN.toNanos());
    }

    /// Calls this for every error, also for those before.
    synchronized void onError(Consumer<DiskError> each) {
        listener = Optional.of(each);
        unheard.forEach(each);
        unheard.clear();
    }
}

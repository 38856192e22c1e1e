package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings many guests to rest at the same time.
///
/// @param vms those that there are now
record Halt(Supplier<Stream<Supervisor>> vms, Clock clock) {
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration KILLING = Duration.ofSeconds(10);

    /// Asks them to power off, and ends those at once that still run after `grace`.
    void all(Duration grace) throws InterruptedException {
        settle(SETTLING);
        if (!ends(Manner.GRACEFUL, grace)) {
            ends(Manner.FORCED, KILLING);
        }
    }

    /// Waits until none is in the middle of something that comes to its end by itself.
    void settle(Duration limit) throws InterruptedException {
        Instant end = clock.now().plus(limit);
        while (vms.get().anyMatch(Halt::isInBetween) && clock.now().isBefore(end)) {
            Thread.sleep(STEP);
        }
    }

    private static boolean isInBetween(Supervisor vm) {
        VmStatus.Phase phase = vm.status().phase();
        return phase == VmStatus.Phase.STARTING || phase == VmStatus.Phase.SENDING;
    }

    /// Completes when none waits for its turn to start, or is starting.
    CompletionStage<Void> settled() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        if (isAny(VmStatus.Phase.WAITING) || isAny(VmStatus.Phase.STARTING)) {
            clock.after(LOOK, () -> settled().thenRun(() -> settled.complete(null)));
        } else {
            settled.complete(null);
        }
        return settled;
    }

    private boolean isAny(VmStatus.Phase phase) {
        return vms.get().anyMatch(each -> each.status().phase() == phase);
    }

    /// @return whether all have ended in time
    boolean ends(Manner manner, Duration limit) throws InterruptedException {
        CompletableFuture<?>[] stops =
                vms.get()
                        .map(
                                each ->
                                        each.stop(manner, true)
                                                .thenCompose(_ -> each.awaitEnd())
                                                .toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}

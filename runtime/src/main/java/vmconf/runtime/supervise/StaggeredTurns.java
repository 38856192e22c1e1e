package vmconf.runtime.supervise;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import vmconf.plan.StaggeredStart;

/// Lets many have their turn group by group, as a plan asks for.
final class StaggeredTurns {
    private final long group;
    private final Duration delay;
    private final Clock clock;

    StaggeredTurns(StaggeredStart staggered, Clock clock) {
        long size = staggered.parallel().orElse((long) Runtime.getRuntime().availableProcessors());
        this.group = Math.max(1, size);
        this.delay = Duration.ofSeconds(Math.max(0, staggered.delay()));
        this.clock = clock;
    }

    /// The first group has its turn at once, each of the others a while after the one before.
    <T> void give(List<T> waiting, Consumer<T> turn) {
        int size = (int) Math.min(group, waiting.size());
        waiting.subList(0, size).forEach(turn);
        if (size < waiting.size()) {
            List<T> rest = waiting.subList(size, waiting.size());
            clock.after(delay, () -> give(rest, turn));
        }
    }
}

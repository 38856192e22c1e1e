package vmconf.runtime.supervise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vmconf.runtime.host.Mark;

/// Takes over the guests of an earlier daemon, and gives back what dead ones had.
final class Adoption {
    private Adoption() {}

    /// Everything an earlier daemon left, by the VM's name. All guests are looked at at once.
    static Map<String, Legacy> of(Ports ports) {
        List<Callable<Legacy>> tasks = new ArrayList<>();
        ports.ledger().inherited().forEach(entry -> tasks.add(() -> look(entry, ports)));
        Map<String, Legacy> found = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Legacy> future : each.invokeAll(tasks)) {
                Legacy legacy = future.get();
                found.put(legacy.vm().name(), legacy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return found;
    }

    private static Legacy look(Entry entry, Ports ports) {
        Mark.FOUND.pass();
        Instant now = ports.clock().now();
        return switch (ports.hypervisor().adopt(entry)) {
            case Found.Alive(Guest guest, boolean paused) -> {
                Mark.FOUND_ALIVE.pass();
                yield new Legacy.Running(Live.adopt(guest, entry, ports), paused);
            }
            case Found.HalfMade() ->
                    tidied(entry, ports, new Ending.StartFailed(now, "vmd ended meanwhile"));
            case Found.Dead dead -> {
                boolean asked = entry.stopping().isPresent();
                if (entry.moving().equals(Optional.of(Moving.LEFT))) {
                    yield tidied(entry, ports, new Ending.Sent(now));
                }
                yield tidied(entry, ports, new Ending.FoundDead(now, dead, asked));
            }
        };
    }

    private static Legacy tidied(Entry entry, Ports ports, Ending ending) {
        Mark.FOUND_DEAD.pass();
        ports.network().reclaim(entry.vm(), entry.taps());
        Mark.FOUND_DEAD_RECLAIMED.pass();
        entry.close();
        ports.log().warn("%s: %s".formatted(entry.vm().name(), ending.text()));
        return new Legacy.Ended(entry.vm(), ending);
    }
}

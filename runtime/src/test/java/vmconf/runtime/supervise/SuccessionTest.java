package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;

/// Who stays, comes, leaves and goes with a generation.
@Timeout(30)
class SuccessionTest {
    @TempDir Path folder = Path.of("");
    private final Ports ports = PlayedPorts.of();

    @Test
    void whoHasAVmInThePlanStays() {
        Roster first = first(Samples.vm(1, "web"), Samples.vm(2, "mail"));
        Vm larger = Samples.withMemory(Samples.vm(1, "web"), 1L << 30);
        Roster next = next(first, larger, Samples.vm(3, "db"), Samples.vm(2, "mail"));
        Supervisor web = first.named("web").orElseThrow();
        Supervisor mail = first.named("mail").orElseThrow();
        assertThat(next.all()).containsExactly(web, next.named("db").orElseThrow(), mail);
        assertThat(web.vm()).isEqualTo(larger);
        assertThat(next.generation().number()).isEqualTo(2);
        assertThat(next.numbers()).isEqualTo(Map.of("web", 1, "mail", 2, "db", 3));
    }

    @Test
    void whoDoesNotRunGoesAtOnce() throws Exception {
        Roster first = first(Samples.vm(1, "web"));
        Roster next = next(first);
        assertThat(next.all()).isEmpty();
        assertThat(next.leaving().stream()).isEmpty();
        get(first.named("web").orElseThrow().gone());
    }

    @Test
    void whoRunsLeavesOrComesBack() throws Exception {
        Roster first = first(disked(1, "web"));
        Supervisor web = first.named("web").orElseThrow();
        get(web.start());
        Roster without = next(first, Samples.vm(2, "mail"));
        assertThat(without.known().named("web")).isEmpty();
        assertThat(without.leaving().named("web")).contains(web);
        Roster again = next(without, Samples.vm(2, "mail"), disked(1, "web"));
        assertThat(again.known().named("web")).contains(web);
        assertThat(again.leaving().stream()).isEmpty();
        get(web.stop(Manner.FORCED, true));
        assertThat(again.named("web")).contains(web);
        assertThat(web.gone().toCompletableFuture()).isNotDone();
    }

    private Roster first(Vm... vms) {
        return new Succession(generation(1, vms), Map.of(), ports).from(Map.of());
    }

    private Roster next(Roster before, Vm... vms) {
        return new Succession(generation(2, vms), Map.of("web", 1, "mail", 2, "db", 3), ports)
                .from(before);
    }

    private static Generation generation(int number, Vm... vms) {
        return new Generation(number, Samples.plan(List.of(), vms), Instant.EPOCH, "+0 -0 ~0");
    }

    private Vm disked(int id, String name) throws Exception {
        Path disk = Files.writeString(folder.resolve(name + ".img"), "raw");
        return Samples.withDisks(Samples.vm(id, name), disk.toString());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}

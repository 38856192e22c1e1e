package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.plan.StaggeredStart;

/// Who has a turn when.
class StaggeredTurnsTest {
    private final FakeClock clock = new FakeClock();
    private final List<String> turns = new ArrayList<>();

    @Test
    void groupsComeOneAfterTheOther() {
        give(2, 30, "a", "b", "c", "d", "e");
        assertThat(turns).containsExactly("a", "b");
        clock.advance(Duration.ofSeconds(29));
        assertThat(turns).containsExactly("a", "b");
        clock.advance(Duration.ofSeconds(1));
        assertThat(turns).containsExactly("a", "b", "c", "d");
        clock.advance(Duration.ofSeconds(30));
        assertThat(turns).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aGroupThatIsLargeEnoughIsTheOnlyOne() {
        give(Long.MAX_VALUE, 30, "a", "b", "c");
        assertThat(turns).containsExactly("a", "b", "c");
    }

    @Test
    void nobodyWaitsForever() {
        give(0, -5, "a", "b");
        assertThat(turns).containsExactly("a");
        clock.advance(Duration.ZERO);
        assertThat(turns).containsExactly("a", "b");
    }

    @Test
    void withoutASizeAGroupHasOnePerProcessor() {
        int processors = Runtime.getRuntime().availableProcessors();
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i <= processors; i++) {
            waiting.add(i);
        }
        List<Integer> had = new ArrayList<>();
        new StaggeredTurns(new StaggeredStart(Optional.empty(), 30), clock).give(waiting, had::add);
        assertThat(had).hasSize(processors);
    }

    private void give(long group, long delay, String... waiting) {
        new StaggeredTurns(new StaggeredStart(Optional.of(group), delay), clock)
                .give(List.of(waiting), turns::add);
    }
}

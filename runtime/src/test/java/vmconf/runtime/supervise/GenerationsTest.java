package vmconf.runtime.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vmconf.plan.Plan;
import vmconf.runtime.Samples;
import vmconf.runtime.network.FakeNetwork;

/// Numbers, changes and what the next daemon knows of generations.
class GenerationsTest {
    private static final Plan WEB =
            Samples.plan(List.of(Samples.bridge("uplink", "br0")), Samples.vm(1, "web"));
    private static final Plan MAIL =
            Samples.plan(List.of(), Samples.withMemory(Samples.vm(2, "mail"), 1L << 30));

    private final FakeClock clock = new FakeClock();
    private final FakeLedger ledger = new FakeLedger();
    private final Generations generations =
            new Generations(PlayedPorts.of(new FakeHypervisor(), new FakeNetwork(), clock, ledger));

    @Test
    void theFirstOfAllHasEverythingNew() {
        assertThat(generations.first(0, WEB))
                .isEqualTo(new Generation(1, WEB, clock.now(), "+2 -0 ~0"));
    }

    @Test
    void theSamePlanGoesOn() throws IOException {
        Generation before = generations.first(0, WEB);
        generations.note(before, Map.of());
        clock.advance(Duration.ofHours(1));
        assertThat(generations.first(1, WEB)).isEqualTo(before);
    }

    @Test
    void anotherPlanIsTheNextOne() throws IOException {
        generations.note(generations.first(0, WEB), Map.of());
        clock.advance(Duration.ofHours(1));
        assertThat(generations.first(1, MAIL))
                .isEqualTo(new Generation(2, MAIL, clock.now(), "+1 -2 ~0"));
    }

    /// The daemon before could not keep the plan of its last generation.
    @Test
    void whatWasNotKeptCannotGoOn() throws IOException {
        generations.note(generations.first(0, WEB), Map.of());
        assertThat(generations.first(4, WEB))
                .isEqualTo(new Generation(5, WEB, clock.now(), "+2 -0 ~0"));
    }

    @Test
    void oneComesAfterTheOtherWithWhatHasChanged() {
        Generation first = generations.first(0, WEB);
        clock.advance(Duration.ofHours(1));
        Registry.Changed change = generations.after(first, MAIL);
        assertThat(change.generation()).isEqualTo(new Generation(2, MAIL, clock.now(), "+1 -2 ~0"));
        assertThat(change.diff().blocks()).hasSize(3);
    }

    @Test
    void theNextDaemonKnowsAllNumbers() throws IOException {
        Generation first = generations.first(0, WEB);
        Map<String, Integer> noted = generations.note(first, Map.of("gone", 7));
        assertThat(noted).isEqualTo(Map.of("gone", 7, "web", 1));
        assertThat(ledger.known()).isEqualTo(new Known(1, noted));
        Map<String, Integer> more = generations.noteNumber(first, noted, "guest", 3);
        assertThat(more).isEqualTo(Map.of("gone", 7, "web", 1, "guest", 3));
        assertThat(ledger.known()).isEqualTo(new Known(1, more));
    }

    @Test
    void whatIsNotedCanBeGoneBackTo() throws IOException {
        Generation first = generations.first(0, WEB);
        generations.note(first, Map.of());
        generations.note(generations.after(first, MAIL).generation(), Map.of());
        assertThat(generations.history()).extracting(Kept::number).containsExactly(1, 2);
        assertThat(generations.plan(1)).contains(WEB);
        assertThat(generations.plan(3)).isEmpty();
    }

    @Test
    void whatCannotBeNotedIsTold() {
        ledger.breakDown(true);
        Generation first = generations.first(0, WEB);
        assertThatThrownBy(() -> generations.note(first, Map.of()))
                .hasMessage("No space left on device");
        assertThat(generations.history()).isEmpty();
    }
}

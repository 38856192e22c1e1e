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

/// Who is found under which name and number.
@Timeout(30)
class RosterTest {
    @TempDir Path folder = Path.of("");
    private final Ports ports = PlayedPorts.of();
    private final Supervisor web = Supervisor.of(Samples.vm(1, "web"), ports);
    private final Supervisor mail = Supervisor.of(Samples.vm(7, "mail"), ports);

    @Test
    void theKnownAreFound() {
        Roster roster = roster(List.of(web, mail), List.of(), Map.of("web", 1, "mail", 7));
        assertThat(roster.all()).containsExactly(web, mail);
        assertThat(roster.named("mail")).contains(mail);
        assertThat(roster.numbered(7)).contains(mail);
        assertThat(roster.named("MAIL")).isEmpty();
        assertThat(roster.numbered(2)).isEmpty();
    }

    /// A name may be made of digits, but one that a number could be is taken for one.
    @Test
    void whatIsANumberIsNoName() {
        Supervisor large = Supervisor.of(Samples.vm(3, "4294967296"), ports);
        Supervisor small = Supervisor.of(Samples.vm(4, "4294967295"), ports);
        Supervisor seven = Supervisor.of(Samples.vm(5, "7"), ports);
        Roster roster = roster(List.of(web, large, small, seven, mail), List.of(), Map.of());
        assertThat(roster.find("web")).contains(web);
        assertThat(roster.find("1")).contains(web);
        assertThat(roster.find("0007")).contains(mail);
        assertThat(roster.find("4294967296")).contains(large);
        assertThat(roster.find("4294967295")).isEmpty();
        assertThat(roster.find("2147483648")).isEmpty();
        assertThat(roster.find("-1")).isEmpty();
        assertThat(roster.find("")).isEmpty();
    }

    /// A file that names a VM twice has the first one.
    @Test
    void ofTwoAlikeTheFirstIsFound() {
        Supervisor again = Supervisor.of(Samples.vm(1, "web"), ports);
        Roster roster = roster(List.of(web, again), List.of(), Map.of("web", 1));
        assertThat(roster.all()).containsExactly(web, again);
        assertThat(roster.named("web")).contains(web);
        assertThat(roster.numbered(1)).contains(web);
    }

    @Test
    void theLeavingAreFoundWhileTheyAreThere() throws Exception {
        Supervisor old = running(3, "old");
        Roster roster = roster(List.of(web), List.of(), Map.of("web", 1));
        Roster fuller = roster.with(old, Map.of("web", 1, "old", 3));
        assertThat(roster.named("old")).isEmpty();
        assertThat(fuller.all()).containsExactly(web, old);
        assertThat(fuller.named("old")).contains(old);
        assertThat(fuller.numbered(3)).contains(old);
        end(old);
        assertThat(fuller.all()).containsExactly(web);
        assertThat(fuller.named("old")).isEmpty();
        assertThat(fuller.numbered(3)).isEmpty();
        assertThat(fuller.without(old).all()).containsExactly(web);
        assertThat(fuller.without(old).number("old", 1)).isEqualTo(3);
    }

    /// The first has not been forgotten yet when the second comes.
    @Test
    void aNameIsFreeAgainWhenItsGuestHasGone() throws Exception {
        Map<String, Integer> numbers = Map.of("guest", 3);
        Supervisor first = running(3, "guest");
        Roster roster = roster(List.of(web), List.of(), Map.of("web", 1)).with(first, numbers);
        end(first);
        Supervisor second = running(3, "guest");
        Roster later = roster.with(second, numbers);
        assertThat(later.named("guest")).contains(second);
        assertThat(later.numbered(3)).contains(second);
        assertThat(later.without(first).named("guest")).contains(second);
        assertThat(later.without(second).named("guest")).isEmpty();
    }

    @Test
    void numbersStayAndNewOnesAreFree() {
        Roster roster = roster(List.of(web), List.of(), Map.of("web", 1, "gone", 2, "far", 4));
        assertThat(roster.number("gone", 1)).isEqualTo(2);
        assertThat(roster.number("new", 9)).isEqualTo(9);
        assertThat(roster.number("new", 4)).isEqualTo(3);
    }

    @Test
    void onlyTheRunningKeepTheirNumbers() throws Exception {
        Supervisor old = running(3, "old");
        Map<String, Integer> numbers = Map.of("web", 1, "old", 3, "gone", 2);
        Roster roster = roster(List.of(web), List.of(old), numbers).withoutNumbers();
        assertThat(roster.numbers()).isEqualTo(Map.of("old", 3));
        assertThat(roster.all()).containsExactly(web, old);
    }

    private static Roster roster(
            List<Supervisor> known, List<Supervisor> leaving, Map<String, Integer> numbers) {
        Generation first = new Generation(1, Samples.plan(List.of()), Instant.EPOCH, "+0 -0 ~0");
        return new Roster(first, Supervisors.of(known), Supervisors.of(leaving), numbers);
    }

    /// It goes when its guest has ended.
    private Supervisor running(int id, String name) throws Exception {
        Path disk = Files.writeString(folder.resolve(name + ".img"), "raw");
        Vm vm = Samples.withDisks(Samples.vm(id, name), disk.toString());
        Supervisor supervisor = Supervisor.of(vm, ports);
        assertThat(get(supervisor.start())).isEqualTo(new Answer.Started());
        assertThat(get(supervisor.dismiss())).isTrue();
        return supervisor;
    }

    private static void end(Supervisor supervisor) throws Exception {
        get(supervisor.stop(Manner.FORCED, true));
        get(supervisor.gone());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}

package vmconf.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Generation;
import vmconf.runtime.supervise.Kept;
import vmconf.runtime.supervise.Known;
import vmconf.runtime.supervise.LaunchException;

@Timeout(30)
class FolderLedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private static final ProcessId ME = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();

    @TempDir Path state = Path.of("");
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Vm vm =
            Samples.withLinks(
                    Samples.withDisks(Samples.vm(7, "web"), "/a.img"),
                    Samples.local(7),
                    Samples.onSwitch("uplink"));

    @Test
    void theNextDaemonKnowsTheSame() throws Exception {
        assertThat(ledger().known()).isEqualTo(Known.NOTHING);
        Known known = new Known(12, Map.of("web", 7, "gone", 3));
        ledger().write(known);
        assertThat(ledger().known()).isEqualTo(known);
    }

    @Test
    void theLatestGenerationsAreKept() throws Exception {
        assertThat(ledger().kept()).isEmpty();
        for (int number = 1; number <= 25; number++) {
            ledger().keep(new Generation(number, plan(number), NOW, "+%d -0 ~0".formatted(number)));
        }
        assertThat(ledger().kept()).hasSize(20);
        assertThat(ledger().kept().getLast()).isEqualTo(new Kept(25, NOW, "+25 -0 ~0"));
        assertThat(ledger().plan(24)).contains(plan(24));
        assertThat(ledger().plan(5)).isEmpty();
    }

    @Test
    void damagedGenerationsAreLeftOut() throws Exception {
        ledger().keep(new Generation(1, plan(1), NOW, "+1 -0 ~0"));
        ledger().keep(new Generation(2, plan(2), NOW, "+0 -0 ~1"));
        Files.writeString(state.resolve("generations/1.yaml"), "mud");
        Files.writeString(state.resolve("generations/notes.txt"), "mine");
        assertThat(ledger().kept()).extracting(Kept::number).containsExactly(2);
        assertThatThrownBy(() -> ledger().plan(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1.yaml");
    }

    @Test
    void generationThatNeverHeldIsForgotten() throws Exception {
        ledger().keep(new Generation(2, plan(2), NOW, "+1 -0 ~0"));
        ledger().keep(new Generation(1, plan(1), NOW, "+1 -0 ~0"));
        assertThat(ledger().kept()).extracting(Kept::number).containsExactly(1);
    }

    private static Plan plan(int id) {
        return Samples.plan(List.of(), Samples.vm(id, "web"));
    }

    @Test
    void anEntryIsReadBackAsItWasWritten() throws Exception {
        Entry entry = ledger().open(vm);
        entry.taking(0, "tap0");
        entry.taking(0, "tap4");
        entry.taking(1, "tap5");
        entry.running(ME, NOW);
        entry.stopping(NOW.plusSeconds(1));
        Entry read = ledger().inherited().getFirst();
        assertThat(read.vm()).isEqualTo(vm);
        assertThat(read.taps()).containsExactly("tap4", "tap5");
        assertThat(read.process()).contains(ME);
        assertThat(read.since()).isEqualTo(NOW);
        assertThat(read.stopping()).contains(NOW.plusSeconds(1));
        read.close();
        assertThat(state.resolve("run")).isEmptyDirectory();
        assertThat(ledger().inherited()).isEmpty();
    }

    @Test
    void numbersThatCannotBeReadAreNeverGivenAnew() throws Exception {
        for (String text :
                List.of(
                        "",
                        "{",
                        "[]",
                        "{\"vmd-state\": 2, \"generation\": 1, \"ids\": {}}",
                        "{\"vmd-state\": 1, \"generation\": 1}",
                        "{\"vmd-state\": 1, \"generation\": 1, \"ids\": {\"a\": 1, \"b\": 1}}",
                        "{\"vmd-state\": 1, \"generation\": 1, \"ids\": {}, \"more\": 1}",
                        "{\"vmd-state\": 1, \"generation\": 1, \"ids\": {\"a\": 1, \"a\": 2}}")) {
            Files.writeString(state.resolve("state.json"), text);
            assertThatThrownBy(this::ledger)
                    .as(text)
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining(state.resolve("state.json") + ": ")
                    .hasMessageContaining("help: ");
            assertThat(state.resolve("state.json")).hasContent(text);
        }
    }

    @Test
    void otherVersionsAreNamed() throws Exception {
        Files.writeString(state.resolve("state.json"), "{\"vmd-state\": 2, \"new\": true}");
        assertThatThrownBy(this::ledger)
                .hasMessageContaining("has version 2, this vmd reads version 1");
    }

    @Test
    void anEntryThatCannotBeReadIsToldAndKept() throws Exception {
        ledger().open(vm);
        Path guest = state.resolve("run/7/guest");
        Files.writeString(guest, "{\"vmd-guest\": 1, \"vm\"");
        assertThat(ledger().inherited()).isEmpty();
        assertThat(told()).contains(guest + ": damaged: ").contains("its guest does not run");
        assertThat(state.resolve("damaged-guest-7")).hasContent("{\"vmd-guest\": 1, \"vm\"");
        assertThat(state.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aGuestWhoseEntryCannotBeReadIsNeitherHarmedNorStartedTwice() throws Exception {
        ledger().open(vm);
        Path guest = state.resolve("run/7/guest");
        Files.writeString(guest, "{\"vmd-guest\": 2}");
        Process qemu = new ProcessBuilder("sh", "-c", "read line", state + "/run/7/pid").start();
        try {
            assertThat(ledger().inherited()).isEmpty();
            assertThat(told())
                    .contains(guest + ": has version 2, this vmd reads version 1")
                    .contains("process " + qemu.pid() + ", runs on");
            assertThatThrownBy(() -> ledger().open(vm))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("end it with: kill " + qemu.pid());
            assertThat(qemu.isAlive()).isTrue();
            assertThat(guest).exists();
        } finally {
            qemu.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        ledger().open(vm).close();
        assertThat(state.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aFolderWithoutAnEntryIsRemoved() throws Exception {
        Files.createDirectories(state.resolve("run/3"));
        Files.writeString(state.resolve("run/3/guest.new"), "{");
        assertThat(ledger().inherited()).isEmpty();
        assertThat(state.resolve("run")).isEmptyDirectory();
    }

    private FolderLedger ledger() throws StateException {
        return FolderLedger.open(
                state, Log.to(new PrintStream(told, true, StandardCharsets.UTF_8)));
    }

    private String told() throws IOException {
        return told.toString(StandardCharsets.UTF_8);
    }
}

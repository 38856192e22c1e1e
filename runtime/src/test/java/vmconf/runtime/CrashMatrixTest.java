package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Mark;

/// Kills the daemon at every mark, and looks what the next one makes of it. One guest, `keeper`,
/// runs through all of it; what happens to `subject` depends on the mark.
@Tag("qemu")
@Timeout(1800)
class CrashMatrixTest {
    /// How often the whole matrix is gone through: `-Dvmconf.crash-rounds=3`.
    private static final int ROUNDS = Integer.getInteger("vmconf.crash-rounds", 1);

    private static final String NAMESPACE = "vmconf-crash-" + ProcessHandle.current().pid();

    @TempDir Path folder = Path.of("");
    private final List<String> table = new ArrayList<>();

    @BeforeEach
    void namespace() throws Exception {
        assumeTrue(Accounts.isRoot(), "taps need root");
        EndToEnd.assumeQemu();
        assumeTrue(ip("netns", "add", NAMESPACE) == 0, "no network namespaces here");
        ip("-n", NAMESPACE, "link", "add", "name", "bridge0", "type", "bridge");
        ip("-n", NAMESPACE, "link", "set", "dev", "bridge0", "up");
    }

    @AfterEach
    void noNamespace() throws Exception {
        if (Accounts.isRoot()) {
            ip("netns", "del", NAMESPACE);
        }
    }

    private static int ip(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void nothingIsLostOrLeftAtAnyMark() throws Exception {
        try (CrashWorld world = CrashWorld.begin(folder, NAMESPACE)) {
            for (int round = 1; round <= ROUNDS; round++) {
                table.add("round %d of %d".formatted(round, ROUNDS));
                for (Mark mark : Mark.values()) {
                    table.add(line(mark, world));
                }
            }
        } finally {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target/crash-matrix.txt"), table);
            table.forEach(System.out::println);
        }
        assertThat(table).hasSizeGreaterThanOrEqualTo(ROUNDS * 21);
    }

    private static String line(Mark mark, CrashWorld world) throws Exception {
        long begun = System.nanoTime();
        String outcome = survive(mark, world);
        world.check(mark);
        return "%-21s %-66s %5.1f s".formatted(mark, outcome, (System.nanoTime() - begun) / 1e9);
    }

    /// Has the daemon die at the mark and starts the next one.
    ///
    /// @return what became of the subject
    private static String survive(Mark mark, CrashWorld world) throws Exception {
        return switch (mark) {
            case START_ASKED, ENTRY_OPENED, TAP_NOTED, TAP_MADE, TAP_NAMED, TAP_UP, LEASED ->
                    unstarted(mark, world);
            case QEMU_SPAWNED, QEMU_CONNECTED, QEMU_NOTED -> unstarted(mark, world);
            case GUEST_LET_GO, STARTED -> {
                world.stopped("subject");
                world.dieAt(mark, "start", "subject");
                long pid = world.process("subject").orElseThrow();
                world.nextDaemon();
                assertThat(world.pid("subject")).contains(pid);
                world.assertAnswers("subject");
                yield "runs on";
            }
            case STOP_NOTED, BUTTON_PRESSED -> {
                world.started("subject");
                world.dieAt(mark, "stop", "subject");
                world.nextDaemon();
                world.awaitStopped("subject");
                yield world.ending("subject");
            }
            case KILL_ASKED -> {
                long pid = world.started("subject");
                world.dieAt(mark, "stop", "-f", "subject");
                world.nextDaemon();
                assertThat(world.pid("subject")).contains(pid);
                yield "runs on, as nothing was done";
            }
            case KILLED -> gone(mark, world, "stop", "-f", "subject");
            case END_HEARD, LEASES_RETURNED, FOLDER_EMPTIED -> gone(mark, world, "stop", "subject");
            case ENTRY_CLOSED -> {
                world.started("subject");
                world.dieAt(mark, "stop", "subject");
                world.nextDaemon();
                yield "stopped, nothing to tidy up";
            }
            case SEND_NOTED, SEND_PAUSED, SEND_WRITTEN, SEND_CONFIRMED -> {
                long pid = world.started("subject");
                world.dieAt(mark, "dump", "subject", "-f", world.state().toString());
                world.nextDaemon();
                world.awaitRunning("subject");
                assertThat(world.pid("subject")).contains(pid);
                world.assertAnswers("subject");
                yield "runs on, not sent";
            }
            case SEND_NOTED_LEFT -> {
                world.started("subject");
                world.dieAt(mark, "send", "subject");
                world.nextDaemon();
                world.awaitStopped("subject");
                assertThat(world.process("subject")).isEmpty();
                assertThat(world.ending("subject")).isEqualTo("sent");
                yield world.ending("subject");
            }
            case RECEIVE_ASKED, RECEIVE_NOTED, RECEIVE_READ, RECEIVE_LET_IN -> {
                world.dumped("subject");
                world.dieAt(mark, "load", world.state().toString());
                world.nextDaemon();
                assertThat(world.pid("subject")).isEmpty();
                assertThat(world.process("subject")).isEmpty();
                yield mark == Mark.RECEIVE_ASKED ? "nothing was done" : world.ending("subject");
            }
            case RECEIVE_LET_GO -> {
                world.dumped("subject");
                world.dieAt(mark, "load", world.state().toString());
                long pid = world.process("subject").orElseThrow();
                world.nextDaemon();
                assertThat(world.pid("subject")).contains(pid);
                world.assertAnswers("subject");
                yield "runs on with its state";
            }
            case PLAN_READ, STATE_WRITTEN, STATE_REPLACED, VM_DEFINED, GENERATION_CHANGED ->
                    reloaded(mark, world);
            case FOUND, FOUND_ALIVE, FOUND_LEASED, ALL_TAKEN_OVER, SOCKET_OPEN -> {
                long pid = world.started("subject");
                world.kill();
                world.dieAtStart(mark);
                world.nextDaemon();
                assertThat(world.pid("subject")).contains(pid);
                world.assertAnswers("subject");
                yield "runs on";
            }
            case FOUND_DEAD, FOUND_DEAD_RECLAIMED -> {
                long pid = world.started("subject");
                world.kill();
                CrashWorld.killProcess(pid);
                world.dieAtStart(mark);
                world.nextDaemon();
                assertThat(world.pid("subject")).isEmpty();
                assertThat(world.ending("subject")).contains("ended before this vmd started");
                yield world.ending("subject");
            }
        };
    }

    private static String unstarted(Mark mark, CrashWorld world) throws Exception {
        world.stopped("subject");
        world.dieAt(mark, "start", "subject");
        world.nextDaemon();
        assertThat(world.pid("subject")).isEmpty();
        assertThat(world.process("subject")).isEmpty();
        if (mark != Mark.START_ASKED) {
            assertThat(world.ending("subject")).isEqualTo("start failed: vmd ended meanwhile");
        }
        return mark == Mark.START_ASKED ? "nothing was done" : world.ending("subject");
    }

    private static String gone(Mark mark, CrashWorld world, String... stop) throws Exception {
        world.started("subject");
        world.dieAt(mark, stop);
        world.nextDaemon();
        assertThat(world.pid("subject")).isEmpty();
        assertThat(world.ending("subject")).contains("before this vmd started");
        return world.ending("subject");
    }

    private static String reloaded(Mark mark, CrashWorld world) throws Exception {
        long pid = world.started("subject");
        world.planWithOneMore();
        world.dieAt(mark, "reload");
        world.nextDaemon();
        assertThat(world.pid("subject")).contains(pid);
        return "runs on, numbers stay";
    }
}

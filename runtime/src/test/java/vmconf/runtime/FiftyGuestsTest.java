package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.vmctl.InProcess;

/// Many guests at the same time: the list of them is right whenever somebody looks.
@Tag("qemu")
@Timeout(300)
class FiftyGuestsTest {
    private static final int GUESTS = 50;
    private static final Set<String> STATES =
            Set.of("stopped", "waiting", "starting", "running", "stopping");
    private static final Set<String> WITH_PROCESS = Set.of("running", "stopping");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder = Path.of("");
    private Set<Integer> there = Set.of();
    private final Set<Long> processes = new HashSet<>();

    @Test
    void startTogetherAndStopTogether() throws Exception {
        EndToEnd.assumeQemu();
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), configuration())) {
            Wait.until("all run", () -> allRun(vmd));
            assertThat(processes).hasSize(GUESTS);
            Wait.until("all greet", () -> all().allMatch(id -> greets(vmd, id)));
            Future<InProcess.Ran> stop =
                    CompletableFuture.supplyAsync(
                            () -> InProcess.vmctl(vmd.socket(), "", "stop", "-a", "-w"));
            Wait.until("all have gone", () -> noneIsLeft(vmd));
            assertThat(stop.get().status()).isZero();
            assertThat(stop.get().err().lines())
                    .hasSize(GUESTS)
                    .allMatch(line -> line.matches("stopping vm g\\d+: terminated vm \\d+"));
            assertThat(processes)
                    .noneMatch(
                            pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
            assertThat(vmd.run()).isEmptyDirectory();
        }
    }

    /// All of them are to start at once.
    private Path configuration() throws Exception {
        StringBuilder text =
                new StringBuilder("staggered start parallel %d delay 0\n".formatted(GUESTS));
        for (int id = 1; id <= GUESTS; id++) {
            Path image = folder.resolve("g" + id + ".img");
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
            text.append("vm \"g%d\" {\n\tmemory 16M\n\tdisk \"%s\"\n}\n".formatted(id, image));
        }
        return Files.writeString(folder.resolve("vm.conf"), text);
    }

    private static IntStream all() {
        return IntStream.rangeClosed(1, GUESTS);
    }

    private static boolean greets(EndToEnd vmd, int id) {
        try {
            return vmd.console("g" + id).endsWith("\n> ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// One look at the list, in which everything has to fit together.
    private List<JsonNode> look(EndToEnd vmd) {
        InProcess.Ran ran = InProcess.vmctl(vmd.socket(), "", "status", "--json");
        assertThat(ran.status()).isZero();
        List<JsonNode> vms = JSON.readTree(ran.out()).path("vms").valueStream().toList();
        assertThat(vms).hasSize(GUESTS);
        assertThat(vms.stream().map(vm -> vm.path("id").asInt()).distinct()).hasSize(GUESTS);
        vms.forEach(this::judge);
        return vms;
    }

    private static Set<Integer> withProcess(List<JsonNode> vms) {
        return vms.stream()
                .filter(vm -> !vm.path("pid").isNull())
                .map(vm -> vm.path("id").asInt())
                .collect(Collectors.toSet());
    }

    /// What has come up stays up while others start.
    private boolean allRun(EndToEnd vmd) {
        List<JsonNode> vms = look(vmd);
        Set<Integer> now = withProcess(vms);
        assertThat(now).containsAll(there);
        there = now;
        return vms.stream().allMatch(vm -> state(vm).equals("running"));
    }

    /// What has gone stays gone while others stop.
    private boolean noneIsLeft(EndToEnd vmd) {
        List<JsonNode> vms = look(vmd);
        Set<Integer> now = withProcess(vms);
        assertThat(there).containsAll(now);
        there = now;
        return vms.stream().allMatch(vm -> state(vm).equals("stopped"));
    }

    private void judge(JsonNode vm) {
        assertThat(STATES).contains(state(vm));
        boolean process = WITH_PROCESS.contains(state(vm));
        assertThat(vm.path("name").asString()).isEqualTo("g" + vm.path("id").asInt());
        assertThat(vm.path("pid").isNumber()).as(vm.toString()).isEqualTo(process);
        assertThat(vm.path("tty").isString()).as(vm.toString()).isEqualTo(process);
        assertThat(vm.path("curmem").isNumber()).as(vm.toString()).isEqualTo(process);
        assertThat(vm.path("lastExit").path("abnormal").asBoolean(false))
                .as(vm.toString())
                .isFalse();
        if (process) {
            processes.add(vm.path("pid").asLong());
        }
    }

    private static String state(JsonNode vm) {
        return vm.path("state").asString();
    }
}

package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.plan.PlanYaml;
import vmconf.plan.Vm;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.vmctl.InProcess;

/// A daemon, and daemons after it, in one network namespace and state folder.
final class CrashWorld implements AutoCloseable {
    private static final int KILLED = 137;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final List<String> inside;
    private final TreeMap<String, Integer> ids = new TreeMap<>();
    private EndToEnd vmd;
    private long keeper;
    private int more;

    private CrashWorld(Path folder, String namespace) throws Exception {
        this.folder = folder;
        this.inside = Namespace.prefix(namespace);
        for (String vm : List.of("keeper", "subject")) {
            Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image(vm));
        }
        writePlan();
        vmd = EndToEnd.start(folder, inside, plan());
    }

    static CrashWorld begin(Path folder, String namespace) throws Exception {
        CrashWorld world = new CrashWorld(folder, namespace);
        try {
            world.keeper = world.started("keeper");
            world.started("subject");
            world.stopped("subject");
            return world;
        } catch (Exception | AssertionError e) {
            world.close();
            throw e;
        }
    }

    private Path image(String vm) {
        return folder.resolve(vm + ".img");
    }

    private Path plan() {
        return folder.resolve("plan.yaml");
    }

    /// Each additional VM comes before the others, which moves their numbers in the plan.
    private void writePlan() throws IOException {
        List<Vm> vms = new ArrayList<>();
        for (int i = more; i > 0; i--) {
            vms.add(hello(vms.size() + 1, "more" + i, "keeper"));
        }
        int keeper = vms.size() + 1;
        vms.add(Samples.withLinks(hello(keeper, "keeper", "keeper"), Samples.local(keeper)));
        vms.add(
                Samples.withLinks(
                        hello(keeper + 1, "subject", "subject"),
                        Samples.locked(Samples.onSwitch("uplink")),
                        Samples.local(keeper + 1)));
        Files.writeString(
                plan(),
                PlanYaml.toYaml(
                        Samples.plan(
                                List.of(Samples.bridge("uplink", "bridge0")),
                                vms.toArray(Vm[]::new))));
    }

    private Vm hello(int id, String name, String disk) {
        return Samples.withDisks(
                Samples.withMemory(Samples.vm(id, name), 64 << 20), image(disk).toString());
    }

    void planWithOneMore() throws IOException {
        more++;
        writePlan();
    }

    InProcess.Ran vmctl(String... arguments) {
        return InProcess.vmctl(vmd.socket(), "", arguments);
    }

    /// Sees to it that the guest runs, for so long that it has greeted.
    ///
    /// @return its process
    long started(String vm) throws Exception {
        if (pid(vm).isEmpty()) {
            InProcess.Ran ran = vmctl("start", vm);
            assertThat(ran.status()).as(ran.err()).isZero();
            assertAnswers(vm);
        }
        return pid(vm).orElseThrow();
    }

    void stopped(String vm) {
        if (pid(vm).isPresent()) {
            vmctl("stop", "-fw", vm);
        }
    }

    /// A file with the state of a guest.
    Path state() {
        return folder.resolve("subject.state");
    }

    /// Sees to it that the guest's state is in its file, and the guest does not run.
    void dumped(String vm) throws Exception {
        started(vm);
        InProcess.Ran ran = vmctl("dump", vm, "-f", state().toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        stopped(vm);
    }

    /// Has the daemon die while it does what vmctl asks for.
    void dieAt(Mark mark, String... arguments) throws IOException {
        Files.writeString(folder.resolve("halt-at"), mark.name());
        vmctl(arguments);
        assertThat(vmd.awaitDeath()).as(mark.name()).isEqualTo(KILLED);
    }

    /// Has the next daemon die while it starts.
    void dieAtStart(Mark mark) throws IOException {
        Files.writeString(folder.resolve("halt-at"), mark.name());
        vmd = EndToEnd.launch(folder, inside, plan());
        assertThat(vmd.awaitDeath()).as(mark.name()).isEqualTo(KILLED);
    }

    void kill() {
        vmd.kill();
    }

    static void killProcess(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Wait.until("it has gone", () -> !ProcessId.of(pid).map(ProcessId::isAlive).orElse(false));
    }

    void nextDaemon() throws Exception {
        Files.deleteIfExists(folder.resolve("halt-at"));
        vmd = EndToEnd.start(folder, inside, plan());
    }

    private JsonNode status(String vm) {
        for (JsonNode each : JSON.readTree(vmctl("status", "--json").out()).path("vms")) {
            if (each.path("name").asString().equals(vm)) {
                return each;
            }
        }
        throw new AssertionError("no vm " + vm);
    }

    /// The process that status tells.
    Optional<Long> pid(String vm) {
        JsonNode pid = status(vm).path("pid");
        return pid.isNumber() ? Optional.of(pid.asLong()) : Optional.empty();
    }

    String ending(String vm) {
        return status(vm).path("lastExit").path("text").asString("");
    }

    /// The process that the host tells, whatever a daemon says.
    Optional<Long> process(String vm) {
        String file = folder.resolve("state/run/%d/pid".formatted(ids.get(vm))).toString();
        return ProcessId.withArgument(file).map(ProcessId::pid);
    }

    void awaitRunning(String vm) {
        Wait.until(vm + " runs", () -> status(vm).path("state").asString().equals("running"));
    }

    void awaitStopped(String vm) {
        Wait.until(vm + " has stopped", () -> pid(vm).isEmpty());
    }

    /// Its console passes words both ways.
    void assertAnswers(String vm) {
        Wait.until(
                vm + " answers",
                () ->
                        InProcess.vmctl(vmd.socket(), "mem\r", "console", vm)
                                .out()
                                .contains("mem\r\n64 MB\r\n"));
    }

    /// The keeper has not noticed anything, what status tells is so, and nothing is there that
    /// belongs to nobody.
    void check(Mark mark) throws Exception {
        assertThat(pid("keeper")).as("keeper after " + mark).contains(keeper);
        assertThat(status("keeper").path("state").asString()).isEqualTo("running");
        assertAnswers("keeper");
        JsonNode vms = JSON.readTree(vmctl("status", "--json").out()).path("vms");
        TreeSet<String> running = new TreeSet<>();
        TreeSet<String> taps = new TreeSet<>();
        List<String> groups = new ArrayList<>();
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (JsonNode vm : vms) {
            String name = vm.path("name").asString();
            numbers.put(name, vm.path("id").asInt());
            if (vm.path("pid").isNumber()) {
                running.add(vm.path("id").asString());
                int count = name.equals("subject") ? 2 : 1;
                for (int i = 0; i < count; i++) {
                    taps.add("vm%d-if%d-%s".formatted(vm.path("id").asInt(), i, name));
                }
                assertThat(process(name, numbers)).contains(vm.path("pid").asLong());
                groups.add(new Seen(vm.path("pid").asLong()).group());
            }
        }
        ids.forEach((name, id) -> assertThat(numbers).as("numbers").containsEntry(name, id));
        ids.putAll(numbers);
        assertThat(ids.values()).doesNotHaveDuplicates();
        assertThat(names(folder.resolve("state/run"))).as("folders").isEqualTo(running);
        assertThat(names(folder.resolve("state")))
                .isSubsetOf("console", "generations", "lock", "run", "seed", "state.json");
        for (String id : running) {
            assertThat(names(folder.resolve("state/run/" + id)))
                    .containsExactlyInAnyOrder(
                            "console.sock", "guest", "pid", "qemu.log", "qmp.sock");
        }
        assertThat(LeftOvers.groups(folder))
                .as("control groups")
                .allSatisfy(each -> assertThat(groups).anyMatch(each::endsWith));
        assertNetwork(taps, running.contains("" + ids.get("subject")));
    }

    private Optional<Long> process(String vm, Map<String, Integer> numbers) {
        String file = folder.resolve("state/run/%d/pid".formatted(numbers.get(vm))).toString();
        return ProcessId.withArgument(file).map(ProcessId::pid);
    }

    private void assertNetwork(Set<String> aliases, boolean subject) throws Exception {
        TreeSet<String> found = new TreeSet<>();
        int taps = 0;
        int local = 0;
        String packets = vmd.run("cat", "/proc/net/packet").out();
        for (JsonNode link : JSON.readTree(vmd.run("ip", "-j", "-d", "link").out())) {
            if (link.path("linkinfo").path("info_kind").asString("").equals("tun")) {
                taps++;
                found.add(link.path("ifalias").asString(""));
                int index = link.path("ifindex").asInt();
                local +=
                        (int) packets.lines().filter(each -> each.matches(socketOn(index))).count();
            }
        }
        assertThat(found).as("taps").isEqualTo(aliases).hasSize(taps);
        assertThat(local).as("DHCP responders").isEqualTo(subject ? 2 : 1);
        String ports = vmd.run("bridge", "-d", "link").out();
        assertThat(ports.lines().filter(each -> each.contains("master bridge0")).count())
                .isEqualTo(subject ? 1 : 0);
        if (subject) {
            assertThat(ports).contains("locked on");
        }
    }

    private static String socketOn(int index) {
        return "\\S+ +\\d+ +\\d+ +\\S+ +%d +.*".formatted(index);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.forEach(each -> names.add(each.getFileName().toString()));
            return names;
        }
    }

    @Override
    public void close() {
        if (!vmd.isAlive()) {
            try {
                nextDaemon();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        vmd.terminate();
    }
}

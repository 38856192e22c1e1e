package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.cgroup.ControlGroups;
import vmconf.runtime.host.ProcessId;

/// What must not be there any more when a daemon and its guests have gone: links, addresses, rules,
/// routes, tables of the packet filter, settings of the kernel, network namespaces, processes,
/// control groups and files.
final class LeftOvers {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> inside;
    private final Path folder;
    private final Map<String, String> before;

    private LeftOvers(List<String> inside, Path folder) throws IOException {
        this.inside = inside;
        this.folder = folder;
        this.before = network();
    }

    /// Takes note of how everything is before there is a daemon.
    ///
    /// @param inside what commands are run in
    /// @param folder of the daemon
    static LeftOvers than(List<String> inside, Path folder) throws IOException {
        return new LeftOvers(inside, folder);
    }

    /// Everything is as it was.
    void check() throws IOException {
        assertThat(network()).as("the network").isEqualTo(before);
        check(folder);
    }

    /// Groups of guests, wherever the kernel has them, by the ends of their paths.
    static List<String> groups(Path folder) throws IOException {
        String mark = ControlGroups.mark(folder.resolve("state"));
        List<String> found = new ArrayList<>();
        for (String mount : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            Path base = Path.of(mount.split(" ")[1], "vmd-guests");
            if (mount.contains(" cgroup2 ") && Files.isDirectory(base)) {
                try (Stream<Path> all = Files.list(base)) {
                    all.map(each -> "/vmd-guests/" + each.getFileName())
                            .filter(each -> each.endsWith(mark))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /// No process and no file of a daemon's is left.
    ///
    /// @param folder of the daemon
    static void check(Path folder) throws IOException {
        assertThat(processes(folder)).as("processes").isEmpty();
        assertThat(groups(folder)).as("control groups").isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .as("files")
                    .isSubsetOf("console", "generations", "lock", "run", "seed", "state.json");
        }
        assertThat(folder.resolve("state/run").toFile().list()).as("run").isNullOrEmpty();
        assertThat(folder.resolve("vmd.sock")).doesNotExist();
    }

    private Map<String, String> network() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode link : JSON.readTree(out("ip", "-j", "-d", "addr"))) {
            found.put("link " + link.path("ifname").asString(), text(link));
        }
        for (String family : List.of("-4", "-6")) {
            found.put("rules " + family, out("ip", family, "rule"));
            found.put("routes " + family, routes(family));
        }
        found.put("packet filter", out("nft", "-s", "list", "ruleset"));
        for (String key : List.of("ipv4.ip_forward", "ipv6.conf.all.forwarding")) {
            found.put(key, out("sysctl", "-n", "net." + key));
        }
        found.put("namespaces", namespaces());
        return found;
    }

    /// Without what the kernel itself changes with the state of links.
    private static String text(JsonNode link) {
        List<String> words = new ArrayList<>();
        for (String key : List.of("ifalias", "group", "master")) {
            words.add(link.path(key).asString(""));
        }
        for (JsonNode each : link.path("addr_info")) {
            if (!each.path("scope").asString("").equals("link")) {
                words.add(each.path("local").asString() + "/" + each.path("prefixlen"));
            }
        }
        link.path("flags").forEach(each -> words.add(each.asString()));
        words.removeAll(List.of("NO-CARRIER", "LOWER_UP"));
        return String.join(" ", words);
    }

    private String routes(String family) throws IOException {
        return String.join(
                "\n",
                out("ip", family, "route", "show", "table", "all")
                        .lines()
                        .filter(each -> !each.matches(".*\\b(fe80|ff00):.*"))
                        .sorted()
                        .toList());
    }

    private String namespaces() throws IOException {
        return String.join(
                "\n",
                out("ip", "netns", "list")
                        .lines()
                        .filter(each -> each.startsWith("vmd-"))
                        .sorted()
                        .toList());
    }

    private static List<String> processes(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            String command = String.join(" ", ProcessId.command(each.pid()));
            if (each.pid() != ProcessHandle.current().pid() && command.contains("" + folder)) {
                found.add(command);
            }
        }
        return found;
    }

    private String out(String... command) throws IOException {
        List<String> all = new ArrayList<>(inside);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

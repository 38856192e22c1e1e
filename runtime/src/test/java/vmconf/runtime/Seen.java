package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import vmconf.runtime.host.ProcessId;

/// A process as the kernel shows it.
record Seen(long pid) {
    private Path at(String name) {
        return Path.of("/proc/" + pid, name);
    }

    /// What `status` says of each of its threads.
    List<Map<String, String>> threads() throws IOException {
        List<Map<String, String>> threads = new ArrayList<>();
        try (Stream<Path> tasks = Files.list(at("task"))) {
            for (Path each : tasks.toList()) {
                threads.add(pairs(each.resolve("status")));
            }
        }
        return threads;
    }

    Map<String, String> status() throws IOException {
        return pairs(at("status"));
    }

    /// The number of the user, or of the group, that it runs as.
    ///
    /// @param key `Uid` or `Gid`
    String account(String key) throws IOException {
        return Objects.requireNonNull(status().get(key)).split("\t")[0];
    }

    private static Map<String, String> pairs(Path file) throws IOException {
        Map<String, String> pairs = new TreeMap<>();
        for (String each : Files.readAllLines(file)) {
            String[] pair = each.split(":", 2);
            pairs.put(pair[0], pair[1].strip());
        }
        return pairs;
    }

    /// What follows an option.
    String argument(String option) {
        List<String> command = ProcessId.command(pid);
        return command.get(command.indexOf(option) + 1);
    }

    List<String> environment() throws IOException {
        return List.of(Files.readString(at("environ")).split("\0"));
    }

    Path workingFolder() throws IOException {
        return at("cwd").toRealPath();
    }

    /// Its control group of version 2, from the root of all; empty where there is none.
    String group() throws IOException {
        return Files.readAllLines(at("cgroup")).stream()
                .filter(each -> each.startsWith("0::"))
                .map(each -> each.substring(3))
                .findFirst()
                .orElse("");
    }

    /// Number of its session.
    long session() throws IOException {
        String stat = Files.readString(at("stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')')).split(" ")[4]);
    }

    /// What it has open, as far as it still has when that is looked at.
    List<String> descriptors() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(at("fd"))) {
            for (Path each : all.toList()) {
                try {
                    open.add(Files.readSymbolicLink(each).toString());
                } catch (NoSuchFileException e) {
                    // closed meanwhile
                }
            }
        }
        return open;
    }

    List<String> sockets() throws IOException {
        return descriptors().stream().filter(each -> each.startsWith("socket:")).toList();
    }
}

package vmconf.runtime.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A host whose links are folders: tools make and remove them as `ip` would.
///
/// @param links in place of `/sys/class/net`
/// @param commands that were run, in order
/// @param rules of routing, by the protocol's option of `ip`
record FakeHost(Path links, List<String> commands, Map<String, List<String>> rules)
        implements Commands {
    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final String OWN = "0:\tfrom all lookup local";

    FakeHost(Path links) {
        this(links, new ArrayList<>(), new TreeMap<>());
        for (String family : List.of("-4", "-6")) {
            rules.put(family, new ArrayList<>(List.of(OWN, "32766:\tfrom all lookup main")));
        }
    }

    /// The same, but this command fails.
    Commands refusing(String refused) {
        return refusing(refused, "no");
    }

    /// The same with a kernel that knows no VRFs.
    Commands withoutVrfs() {
        return refusing("ip link add name vmd-rdomain type vrf", "Error: Unknown device type.");
    }

    private Commands refusing(String refused, String reason) {
        return new Commands() {
            @Override
            public void run(List<String> command) throws NetworkException {
                FakeHost.this.run(command);
                check(command);
            }

            @Override
            public String ask(List<String> command) throws NetworkException {
                check(command);
                return FakeHost.this.ask(command);
            }

            private void check(List<String> command) throws NetworkException {
                if (String.join(" ", command).equals(refused)) {
                    throw new NetworkException(refused + ": " + reason);
                }
            }
        };
    }

    void bridge(String name) throws IOException {
        Files.createDirectories(links.resolve(name).resolve("bridge"));
        Files.createDirectories(links.resolve(name).resolve("brif"));
        flags(links.resolve(name), UP);
    }

    private static void flags(Path link, String word) throws IOException {
        if (List.of(UP, DOWN).contains(word)) {
            String flags = word.equals(UP) ? "0x1003\n" : "0x1002\n";
            Files.writeString(link.resolve("flags"), flags);
        }
    }

    @Override
    public void run(List<String> command) {
        String line = String.join(" ", command);
        commands.add(line);
        Path link = links.resolve(command.size() > 4 ? command.get(4) : "none");
        try {
            if (line.startsWith("ip tuntap add")) {
                Files.createDirectory(link);
            } else if (line.startsWith("ip tuntap del")) {
                leave(link);
                Files.delete(link);
            } else if (line.contains(" master ") && line.startsWith("ip link set")) {
                leave(link);
                join(link, links.resolve(command.getLast()));
            } else if (line.endsWith(" nomaster")) {
                leave(link);
            } else if (line.startsWith("ip link add name") && line.endsWith(" type bridge")) {
                bridge(command.get(4));
                flags(link, DOWN);
            } else if (line.startsWith("ip link set") && Files.exists(link.resolve("flags"))) {
                flags(link, command.getLast());
            } else if (line.startsWith("ip link add name")) {
                Files.createDirectory(link);
            } else if (line.startsWith("ip link del")) {
                remove(link);
            } else if (line.startsWith("ip") && command.contains("rule")) {
                rule(rules.getOrDefault(command.get(1), new ArrayList<>()), command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Path link, Path master) throws IOException {
        Files.createSymbolicLink(link.resolve("master"), master);
        if (Files.isDirectory(master.resolve("brif"))) {
            Files.createFile(master.resolve("brif").resolve(link.getFileName()));
        }
    }

    private static void leave(Path link) throws IOException {
        if (Files.isSymbolicLink(link.resolve("master"))) {
            Path master = Files.readSymbolicLink(link.resolve("master"));
            Files.deleteIfExists(master.resolve("brif").resolve(link.getFileName()));
            Files.delete(link.resolve("master"));
        }
    }

    private static void remove(Path link) throws IOException {
        try (Stream<Path> within = Files.walk(link)) {
            for (Path each : within.toList().reversed()) {
                Files.delete(each);
            }
        }
    }

    private static void rule(List<String> rules, List<String> command) {
        String table = command.getLast().equals("l3mdev") ? "[l3mdev-table]" : command.getLast();
        String line = "%s:\tfrom all lookup %s".formatted(command.get(5), table);
        if (command.get(3).equals("del")) {
            rules.remove(line);
        } else {
            int prior = Integer.parseInt(command.get(5));
            int place = 0;
            while (Integer.parseInt(rules.get(place).split(":")[0]) <= prior) {
                place++;
            }
            rules.add(place, line);
        }
    }

    /// Its packet filter is empty.
    @Override
    public String ask(List<String> command) {
        return command.contains("rule")
                ? String.join("\n", rules.getOrDefault(command.get(1), List.of()))
                : "";
    }
}

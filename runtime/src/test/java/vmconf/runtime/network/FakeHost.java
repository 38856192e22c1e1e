package vmconf.runtime.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A host whose links are folders: tools make and remove them as `ip` would.
///
/// @param links in place of `/sys/class/net`
/// @param commands that were run, in order
record FakeHost(Path links, List<String> commands) implements Commands {
    FakeHost(Path links) {
        this(links, new ArrayList<>());
    }

    /// The same, but this command fails.
    Commands refusing(String refused) {
        return new Commands() {
            @Override
            public void run(List<String> command) throws NetworkException {
                FakeHost.this.run(command);
                if (String.join(" ", command).equals(refused)) {
                    throw new NetworkException(refused + ": no");
                }
            }

            @Override
            public String ask(List<String> command) {
                return "";
            }
        };
    }

    void bridge(String name) throws IOException {
        Files.createDirectories(links.resolve(name).resolve("bridge"));
        Files.createDirectories(links.resolve(name).resolve("brif"));
        Files.writeString(links.resolve(name).resolve("flags"), "0x1003\n");
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
                Files.deleteIfExists(link.resolve("master"));
                Files.delete(link);
            } else if (line.contains(" master ") && line.startsWith("ip link set")) {
                Files.deleteIfExists(link.resolve("master"));
                Files.createSymbolicLink(link.resolve("master"), links.resolve(command.getLast()));
            } else if (line.endsWith(" nomaster")) {
                Files.deleteIfExists(link.resolve("master"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its packet filter is empty.
    @Override
    public String ask(List<String> command) {
        return "";
    }
}

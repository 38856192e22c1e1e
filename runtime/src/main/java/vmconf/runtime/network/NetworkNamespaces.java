package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import vmconf.runtime.posix.NetworkNamespace;

/// `vmd --rdomain=netns`: a network namespace for each routing domain, `vmd-rdomainN`.
final class NetworkNamespaces implements Domains {
    private static final String KIND = "netns";
    private static final String NAME = "vmd-rdomain";
    private static final Path LINKS = Path.of("/sys/class/net");

    private final Commands commands;
    private final HostChanges changes;
    private final boolean wanted;

    /// @param commands of the host's own namespace
    /// @param wanted whether vmd was told to have them
    NetworkNamespaces(Commands commands, HostChanges changes, boolean wanted) {
        this.commands = commands;
        this.changes = changes;
        this.wanted = wanted;
    }

    static String name(int number) {
        return NAME + number;
    }

    @Override
    public boolean areThere() {
        return wanted;
    }

    @Override
    public synchronized void follow(List<Integer> numbers) throws NetworkException {
        List<String> named =
                wanted ? numbers.stream().map(NetworkNamespaces::name).toList() : List.of();
        for (String each : named) {
            if (!Files.exists(file(each))) {
                changes.note(KIND, each);
                commands.run(List.of("ip", "netns", "add", each));
                commands.run(List.of("ip", "-n", each, "link", "set", "dev", "lo", "up"));
            }
        }
        for (String each : changes.of(KIND)) {
            if (!named.contains(each)) {
                remove(each);
            }
        }
    }

    private void remove(String name) throws NetworkException {
        if (Files.exists(file(name))) {
            boolean[] used = {false};
            enter(name, () -> used[0] = hasTaps());
            if (used[0]) {
                return;
            }
            commands.run(List.of("ip", "netns", "del", name));
        }
        changes.forget(KIND, name);
    }

    private static boolean hasTaps() throws NetworkException {
        try (Stream<Path> links = Files.list(LINKS)) {
            return links.anyMatch(each -> Files.exists(each.resolve("tun_flags")));
        } catch (IOException e) {
            throw new NetworkException("cannot list interfaces: " + e.getMessage());
        }
    }

    private static Path file(String name) {
        return Path.of("/run/netns", name);
    }

    @Override
    public void move(String link, int number) throws NetworkException {
        commands.run(List.of("ip", "link", "set", "dev", link, "netns", name(number)));
    }

    @Override
    public void in(int number, Step step) throws NetworkException {
        if (number == 0) {
            step.run();
        } else {
            enter(name(number), step);
        }
    }

    private static void enter(String name, Step step) throws NetworkException {
        try {
            new NetworkNamespace(name).enter(step::run);
        } catch (IOException e) {
            throw new NetworkException(String.valueOf(e.getMessage()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof NetworkException failure) {
                throw failure;
            }
            throw e;
        }
    }
}

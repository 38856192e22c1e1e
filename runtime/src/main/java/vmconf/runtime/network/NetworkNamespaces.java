package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import vmconf.runtime.posix.NetworkNamespace;

/// `vmd --rdomain=netns`: a network namespace for each routing domain, `vmd-rdomainN`.
final class NetworkNamespaces implements Domains {
    private static final String KIND = "netns";
    /// Where `ip netns` has them.
    static final Path FOLDER = Path.of("/run/netns");

    private static final Path LINKS = Path.of("/sys/class/net");

    private final Commands commands;
    private final HostChanges changes;
    private final Path folder;

    /// @param commands of the host's own namespace
    /// @param folder where `ip netns` has them
    NetworkNamespaces(Commands commands, HostChanges changes, Path folder) {
        this.commands = commands;
        this.changes = changes;
        this.folder = folder;
    }

    /// Every kernel that runs vmd has them.
    @Override
    public Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public boolean isThere(int number) {
        return Files.exists(file(Domains.name(number)));
    }

    @Override
    public synchronized void make(int number) throws NetworkException {
        if (!isThere(number)) {
            String name = Domains.name(number);
            changes.note(KIND, name);
            commands.run(List.of("ip", "netns", "add", name));
            commands.run(List.of("ip", "-n", name, "link", "set", "dev", "lo", "up"));
        }
    }

    @Override
    public synchronized void keepOnly(List<Integer> numbers) throws NetworkException {
        List<String> named = numbers.stream().map(Domains::name).toList();
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

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public boolean isElsewhere(int number) {
        return true;
    }

    @Override
    public Optional<String> device(int number) {
        return Optional.empty();
    }

    @Override
    public void move(String link, int number) throws NetworkException {
        move(commands, link, number);
    }

    static void move(Commands commands, String link, int number) throws NetworkException {
        commands.run(List.of("ip", "link", "set", "dev", link, "netns", Domains.name(number)));
    }

    @Override
    public void in(int number, Step step) throws NetworkException {
        enter(Domains.name(number), step);
    }

    @Override
    public Domains on(Recorder recorder, Links imagined) {
        return new ImaginedNamespaces(recorder, this);
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

package vmconf.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.host.Accounts;

/// A network namespace while a test runs, so that its links are not those of the machine. Only root
/// can have one; for others there is none.
final class Namespace implements AutoCloseable {
    private final Optional<String> name;

    private Namespace(Optional<String> name) {
        this.name = name;
    }

    /// Skips the test where root cannot have one either.
    static Namespace make(String test) throws IOException {
        if (!Accounts.isRoot()) {
            return new Namespace(Optional.empty());
        }
        String name = "vmconf-%s-%d".formatted(test, ProcessHandle.current().pid());
        assumeTrue(ip("add", name), "no network namespaces here");
        return new Namespace(Optional.of(name));
    }

    /// What `ip netns` calls it.
    String name() {
        return name.orElseThrow();
    }

    /// The beginning of a command that is to run in it.
    List<String> prefix() {
        return name.map(Namespace::prefix).orElse(List.of());
    }

    /// With the control groups of the machine, which are not seen there by themselves.
    static List<String> prefix(String name) {
        String groups = "mount -t cgroup2 cgroup2 /sys/fs/cgroup 2> /dev/null; exec \"$@\"";
        return List.of("ip", "netns", "exec", name, "sh", "-c", groups, "sh");
    }

    private static boolean ip(String verb, String name) throws IOException {
        try {
            return new ProcessBuilder("ip", "netns", verb, name).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (name.isPresent() && !ip("del", name.get())) {
            throw new IOException(name.get() + " stays");
        }
    }
}

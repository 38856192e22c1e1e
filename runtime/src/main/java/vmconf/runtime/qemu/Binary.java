package vmconf.runtime.qemu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.runtime.supervise.LaunchException;

/// Where QEMU is installed.
///
/// @param named a path or a program name
public record Binary(String named, String searchPath) {
    /// The program's usual name.
    public static final String USUAL = "qemu-system-x86_64";

    /// The program's file, looked up anew each time: it may be installed while the daemon runs.
    Path file() throws LaunchException {
        return find().orElseThrow(
                        () ->
                                new LaunchException(
                                        named
                                                + " not found; install the package"
                                                + " qemu-system-x86"));
    }

    public boolean present() {
        return find().isPresent();
    }

    private Optional<Path> find() {
        Stream<Path> candidates =
                named.contains("/")
                        ? Stream.of(Path.of(named).toAbsolutePath())
                        : Stream.of(searchPath.split(":"))
                                .filter(folder -> !folder.isEmpty())
                                .map(folder -> Path.of(folder, named));
        return candidates.filter(Files::isExecutable).filter(Files::isRegularFile).findFirst();
    }
}

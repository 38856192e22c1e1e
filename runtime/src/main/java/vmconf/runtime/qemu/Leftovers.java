package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.runtime.host.Log;

/// Looks after what a daemon that was killed left behind.
public final class Leftovers {
    private Leftovers() {}

    /// Removes the folders of guests that have gone. Guests that still run are left alone.
    ///
    /// @param state folder below which guests have their files
    /// @return the taps nobody needs any more
    public static List<String> sweep(Path state, Log log) {
        List<String> taps = new ArrayList<>();
        Path run = state.resolve("run");
        if (!Files.isDirectory(run)) {
            return taps;
        }
        try (Stream<Path> folders = Files.list(run)) {
            for (Path path : folders.toList()) {
                RunFolder folder = new RunFolder(path);
                Identity identity =
                        Identity.read(folder.identity()).orElse(new Identity(0, "", List.of()));
                if (identity.isAlive()) {
                    log.warn(
                            "vm %s: qemu process %d of an earlier vmd still runs"
                                    .formatted(path.getFileName(), identity.pid()));
                } else {
                    taps.addAll(identity.taps());
                    folder.delete();
                }
            }
        } catch (IOException e) {
            log.warn("cannot look for guests of an earlier vmd: " + e.getMessage());
        }
        return taps;
    }
}

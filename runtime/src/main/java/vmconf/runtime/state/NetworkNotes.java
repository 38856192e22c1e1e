package vmconf.runtime.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vmconf.runtime.network.HostNotes;

/// `network` in the state folder, which is there while something of the host is changed.
///
/// @param file in the state folder
public record NetworkNotes(Path file) implements HostNotes {
    /// @param state the state folder
    public static NetworkNotes in(Path state) {
        return new NetworkNotes(state.resolve("network"));
    }

    @Override
    public List<String> read() throws IOException {
        try {
            return Files.readAllLines(file).stream().filter(each -> !each.isBlank()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void write(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, String.join("\n", lines) + "\n");
        }
    }
}

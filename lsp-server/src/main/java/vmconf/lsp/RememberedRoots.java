package vmconf.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The roots that the user has chosen for fragments, beyond the session: a file of the user's state
/// with a line for each, two URIs with a tab between, the latest choice last. Whatever else stands
/// in it is passed over; what cannot be written holds for the session.
final class RememberedRoots {
    /// Of nobody, for sessions that remember nothing.
    static final RememberedRoots NONE = new RememberedRoots(Optional.empty());

    /// Most choices that are kept; the oldest ones go.
    static final int MOST = 200;

    /// Longest file that is read, in bytes.
    private static final long MOST_BYTES = 1 << 20;

    private static final String FILE = "file:";

    private final Optional<Path> file;

    RememberedRoots(Optional<Path> file) {
        this.file = file;
    }

    /// By the XDG base directory specification: in `$XDG_STATE_HOME`, which has to be absolute, or
    /// in `~/.local/state`.
    static RememberedRoots of(Map<String, String> environment) {
        return new RememberedRoots(
                absolute(environment.get("XDG_STATE_HOME"))
                        .or(
                                () ->
                                        absolute(environment.get("HOME"))
                                                .map(home -> home.resolve(".local/state")))
                        .map(state -> state.resolve("vmconf").resolve("roots")));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        try {
            return Optional.ofNullable(path)
                    .filter(each -> !each.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// The roots by their fragments, both as URIs, the latest choice last.
    SequencedMap<String, String> all() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        file.ifPresent(path -> read(path, all));
        return all;
    }

    private static void read(Path path, SequencedMap<String, String> all) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                return;
            }
            // Bytes that are no text become signs that no URI has.
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(line -> line.length == 2)
                    .filter(line -> isUri(line[0]) && isUri(line[1]))
                    .forEach(line -> all.putLast(line[0], line[1]));
        } catch (IOException e) {
            // Then nothing is remembered.
        }
    }

    private static boolean isUri(String text) {
        return text.startsWith(FILE) && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /// Remembers a choice, or that none holds any more. Others may have written in between.
    ///
    /// @param root absent for no choice
    synchronized void remember(String fragment, Optional<String> root) {
        if (file.isEmpty() || !isUri(fragment) || !root.map(RememberedRoots::isUri).orElse(true)) {
            return;
        }
        SequencedMap<String, String> all = all();
        all.remove(fragment);
        root.ifPresent(uri -> all.putLast(fragment, uri));
        while (all.size() > MOST) {
            all.pollFirstEntry();
        }
        try {
            write(file.get(), all);
        } catch (IOException e) {
            System.err.println("vmconf-lsp: the choice holds for this session only: " + e);
        }
    }

    private static void write(Path path, Map<String, String> all) throws IOException {
        StringBuilder text = new StringBuilder();
        all.forEach((each, root) -> text.append(each).append('\t').append(root).append('\n'));
        Path folder = Files.createDirectories(path.getParent());
        Path fresh = Files.createTempFile(folder, "roots", ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

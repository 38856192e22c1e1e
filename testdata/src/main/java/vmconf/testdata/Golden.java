package vmconf.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files that hold the exact output expected.
public final class Golden {
    private Golden() {}

    /// The project's top folder.
    public static Path root() {
        return Path.of(System.getProperty("vmconf.root", "")).toAbsolutePath();
    }

    /// The names of a folder's files that end in this way, without the ending, in order.
    ///
    /// @param folder path below the project's top folder
    public static List<String> names(String folder, String ending) {
        try (Stream<Path> files = Files.list(root().resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Compares a text with a file of the project, byte for byte.
    ///
    /// With `-Dbless=true` the file is written, and the comparison fails all the same, so that
    /// nobody blesses unseen.
    ///
    /// @param file path below the project's top folder
    /// @throws AssertionError when they differ or the file is missing
    public static void check(String file, String actual) {
        Path path = root().resolve(file);
        try {
            String expected = Files.exists(path) ? Files.readString(path) : "";
            if (expected.equals(actual)) {
                return;
            }
            if (Boolean.getBoolean("bless")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
                throw new AssertionError(file + " was written anew; look at it and run again");
            }
            throw new AssertionError(
                    "%s differs; expected:%n%s%nactual:%n%s%n(write it with -Dbless=true)"
                            .formatted(file, expected, actual));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

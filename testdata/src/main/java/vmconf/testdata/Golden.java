package vmconf.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that hold the exact output expected.
public final class Golden {
    private Golden() {}

    /// The project's top folder.
    public static Path root() {
        return Path.of(System.getProperty("vmconf.root", "")).toAbsolutePath();
    }

    /// Compares a text with a file of the project, byte for byte.
    ///
    /// With `-Dbless=true` the file is written, and the comparison fails all the same, so that
    /// nobody
    /// blesses unseen.
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

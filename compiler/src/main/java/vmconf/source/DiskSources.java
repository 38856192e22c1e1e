package vmconf.source;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads files of the host, at most [#MAX_BYTES] each.
public final class DiskSources implements Sources {
    /// Largest file that is read, in bytes.
    public static final long MAX_BYTES = 64L << 20;

    private final Path workingDirectory;

    /// @param workingDirectory what relative paths are relative to
    public DiskSources(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Answer read(String path) {
        try {
            Path file = workingDirectory.resolve(path);
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isDirectory() || (found.isOther() && isNull(file))) {
                // vmd opens a directory and reads nothing from it.
                return new Answer.Found(SourceFile.of(path, ""));
            }
            if (!found.isRegularFile()) {
                return new Answer.Refused("not a regular file");
            }
            if (found.size() > MAX_BYTES) {
                return new Answer.Refused("larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return new Answer.Found(SourceFile.decode(path, readAll(file)));
        } catch (NoSuchFileException e) {
            return new Answer.Refused("no such file");
        } catch (AccessDeniedException e) {
            return new Answer.Refused("permission denied");
        } catch (InvalidPathException e) {
            return new Answer.Refused("not a path of this host");
        } catch (IOException e) {
            return new Answer.Refused(reason(e));
        }
    }

    /// Not by [Files#readAllBytes], whose channels take their time to load; but it says better what
    /// is wrong.
    private static byte[] readAll(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        } catch (FileNotFoundException _) {
            return Files.readAllBytes(file);
        }
    }

    /// The JDK names a loop of links only in its message.
    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("symbolic link")
                ? "too many levels of symbolic links"
                : "cannot be read: " + message;
    }

    private static boolean isNull(Path file) throws IOException {
        Path none = Path.of("/dev/null");
        return Files.exists(none) && Files.isSameFile(file, none);
    }
}

package vmconf.compiler.vmd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The host that the program runs on; reasons are in OpenBSD's wording.
public final class LinuxHost implements Host {
    private static final int MAX_PATH = 1024;
    private static final int MAX_NAME = 255;

    private final Path workingDirectory;
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> groups = new HashMap<>();

    /// @param workingDirectory what relative paths are relative to
    public LinuxHost(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath();
    }

    @Override
    public Resolved realpath(String path) {
        if (path.isEmpty()) {
            return new Resolved.Failed("No such file or directory");
        }
        try {
            Path file = workingDirectory.resolve(path);
            if (tooLong(path, file)) {
                return new Resolved.Failed("File name too long");
            }
            Path real = file.toRealPath();
            boolean folderExpected = path.endsWith("/") || path.endsWith("/.");
            return folderExpected && !Files.isDirectory(real)
                    ? new Resolved.Failed("Not a directory")
                    : new Resolved.Path(real.toString());
        } catch (NoSuchFileException | InvalidPathException e) {
            return new Resolved.Failed("No such file or directory");
        } catch (AccessDeniedException e) {
            return new Resolved.Failed("Permission denied");
        } catch (FileSystemLoopException e) {
            return new Resolved.Failed("Too many levels of symbolic links");
        } catch (FileSystemException e) {
            return new Resolved.Failed(String.valueOf(e.getReason()));
        } catch (IOException e) {
            return new Resolved.Failed("Input/output error");
        }
    }

    private static boolean tooLong(String path, Path file) {
        boolean name = false;
        for (Path part : file) {
            name |= bytes(part.toString()) > MAX_NAME;
        }
        return name || bytes(path) >= MAX_PATH;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public OptionalLong user(String name) {
        return number(users, "/etc/passwd", name);
    }

    @Override
    public OptionalLong group(String name) {
        return number(groups, "/etc/group", name);
    }

    private static OptionalLong number(Map<String, Long> known, String file, String name) {
        if (known.isEmpty()) {
            read(known, file);
        }
        Long number = known.get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// Both files have the name in their first field and the number in their third.
    private static void read(Map<String, Long> numbers, String file) {
        try {
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", 4);
                if (fields.length > 2 && fields[2].matches("\\d{1,10}")) {
                    numbers.putIfAbsent(fields[0], Long.parseLong(fields[2]));
                }
            }
        } catch (IOException e) {
            // A host without the file has no such accounts.
            numbers.clear();
        }
    }
}

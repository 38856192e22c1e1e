package vmconf.compiler.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes files all at once: every new text is on disk beside its file before the first one takes
/// its place. A symbolic link stays; what it leads to is written. Owner, group and permissions stay
/// as far as this user may set them.
final class Rewrite implements AutoCloseable {
    private record Part(Path target, Path part) {}

    private final List<Part> parts = new ArrayList<>();

    /// Why something could not be written, as a phrase for people.
    static final class RewriteException extends Exception {
        private static final long serialVersionUID = 1;

        RewriteException(String name, String reason) {
            super("cannot write " + name + ": " + reason);
        }
    }

    /// A text that is made while it is written.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Gets a file ready.
    ///
    /// @param before what must still be in the file; nothing where it may be new
    void add(String name, Optional<byte[]> before, byte[] after) throws RewriteException {
        add(name, before, out -> out.write(after));
    }

    /// The same for what need not be in memory as a whole.
    void add(String name, Optional<byte[]> before, Content after) throws RewriteException {
        try {
            Path named = Path.of(name).toAbsolutePath();
            Path target = Files.exists(named) ? named.toRealPath() : named;
            if (before.isPresent() && !Arrays.equals(before.get(), Files.readAllBytes(target))) {
                throw new RewriteException(name, "it has changed meanwhile");
            }
            Path part = Files.createTempFile(target.getParent(), ".vmconf", ".part");
            boolean again = parts.stream().anyMatch(each -> each.target().equals(target));
            parts.add(new Part(target, part));
            try (OutputStream out = Files.newOutputStream(part)) {
                after.writeTo(out);
            }
            if (again) {
                checkTwin(target, name, part);
            }
            likeBefore(target, part);
        } catch (IOException e) {
            throw new RewriteException(name, reason(e));
        }
    }

    /// A file may be read under two names; it can have one text only.
    private void checkTwin(Path target, String name, Path part)
            throws IOException, RewriteException {
        for (Part each : parts) {
            if (each.target().equals(target) && Files.mismatch(each.part(), part) >= 0) {
                throw new RewriteException(name, "it is read under two names");
            }
        }
    }

    /// Puts all files in place.
    void commit() throws RewriteException {
        for (Part each : parts) {
            try {
                Files.move(each.part(), each.target(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new RewriteException(each.target().toString(), reason(e));
            }
        }
        parts.clear();
    }

    private static void likeBefore(Path target, Path part) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
            return;
        }
        PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
        try {
            view.setOwner(old.owner());
            view.setGroup(old.group());
        } catch (FileSystemException _) {
            // Only root may give files away; the text matters more than its owner.
        }
        view.setPermissions(old.permissions());
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    /// Takes away what was not put in place.
    @Override
    public void close() {
        for (Part each : parts) {
            try {
                Files.deleteIfExists(each.part());
            } catch (IOException _) {
                // It is beside the file and names itself a part; nothing else can be done here.
            }
        }
    }
}

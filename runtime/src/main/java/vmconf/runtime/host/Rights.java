package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Somebody's rights on files, as the kernel judges them.
public interface Rights {
    /// Whose they are, for messages.
    String user();

    /// Opens a regular file for reading, or for reading and writing.
    ///
    /// @throws NoSuchFileException when there is none
    /// @throws FileSystemException with its reason, when it is refused
    HeldFile open(Path file, boolean toWrite) throws IOException;
}

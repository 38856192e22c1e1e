package vmconf.compiler.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the project of a file: the project file nearest to it, in its folder or one above.
public final class Projects {
    /// Largest project file in bytes.
    public static final int MAX_BYTES = 1 << 20;

    private final Map<Path, Project> byFolder = new HashMap<>();

    /// The project that a file belongs to; [Project#NONE] where there is no project file.
    public Project of(Path file) throws ProjectException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? Project.NONE : inFolder(folder);
    }

    /// The project of a folder.
    public Project inFolder(Path folder) throws ProjectException {
        Project known = byFolder.get(folder);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve(Project.FILE_NAME);
        Project project;
        if (Files.isRegularFile(file)) {
            project = read(file);
        } else {
            @Nullable Path above = folder.getParent();
            project = above == null ? Project.NONE : inFolder(above);
        }
        byFolder.put(folder, project);
        return project;
    }

    /// The project files found so far.
    public Set<Path> files() {
        return byFolder.values().stream()
                .flatMap(project -> project.file().stream())
                .collect(Collectors.toSet());
    }

    /// Reads a project file.
    public static Project read(Path file) throws ProjectException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ProjectException(file + ": larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return ProjectReader.read(file, Files.readString(file));
        } catch (IOException e) {
            throw new ProjectException(file + ": cannot be read: " + e.getMessage());
        }
    }
}

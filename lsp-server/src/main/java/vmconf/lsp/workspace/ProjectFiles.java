package vmconf.lsp.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.compiler.project.Project;
import vmconf.compiler.project.ProjectException;
import vmconf.compiler.project.Projects;

/// What projects say about files, read anew when files on the disk may have changed.
final class ProjectFiles {
    /// What is known of the project of a folder.
    ///
    /// @param problem why its file cannot be used
    record Known(Project project, Optional<String> problem) {}

    static final Known NONE = new Known(Project.NONE, Optional.empty());

    private long generation = -1;
    private Projects projects = new Projects();
    private final Map<Path, Known> byFolder = new HashMap<>();

    /// The project of a file.
    synchronized Known of(Path file, Snapshot snapshot) {
        if (generation != snapshot.generation()) {
            generation = snapshot.generation();
            projects = new Projects();
            byFolder.clear();
        }
        Path folder = file.getParent();
        return folder == null ? NONE : byFolder.computeIfAbsent(folder, this::read);
    }

    private Known read(Path folder) {
        try {
            return new Known(projects.inFolder(folder), Optional.empty());
        } catch (ProjectException e) {
            return new Known(Project.NONE, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /// How a root of a project is compiled.
    static Options options(Project project, Preferences preferences) {
        Target target = project.target().or(preferences::target).orElse(Target.OPENBSD);
        UserChecks checks = preferences.checks();
        return new Options(
                target,
                checks.macros(project),
                Options.DEFAULT_SEED,
                checks.rules(project),
                checks.host());
    }

    /// The files that the user says vmd would be started with.
    static List<Path> entries(Snapshot snapshot) {
        List<Path> entries = new ArrayList<>();
        for (Path folder : snapshot.folders()) {
            for (String entry : snapshot.preferences().checks().entries()) {
                try {
                    entries.add(folder.resolve(entry).normalize());
                } catch (InvalidPathException _) {
                    // No file has that name.
                }
            }
        }
        return entries;
    }

    /// The files that a project says vmd would be started with.
    static List<Path> entries(Project project) {
        List<Path> entries = new ArrayList<>();
        project.folder()
                .ifPresent(
                        folder ->
                                project.entries()
                                        .forEach(
                                                entry ->
                                                        entries.add(
                                                                folder.resolve(entry)
                                                                        .normalize())));
        return entries;
    }
}

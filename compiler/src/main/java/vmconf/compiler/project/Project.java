package vmconf.compiler.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;

/// What a project file says.
///
/// @param file the project file; absent when there is none
/// @param target what the files are for
/// @param rules how bad the findings of rules are, by code; nothing behind a code: off
/// @param macros macros that no file can change, as `-D` on the command line
/// @param entries the files that vmd would be started with, relative to the project file
public record Project(
        Optional<Path> file,
        Optional<Target> target,
        Map<String, Optional<Severity>> rules,
        List<CommandLineMacro> macros,
        List<String> entries) {
    /// Name of the project file.
    public static final String FILE_NAME = ".vmconf.yaml";

    /// No project file, nothing said.
    public static final Project NONE =
            new Project(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of());

    public Project {
        rules = Map.copyOf(rules);
        macros = List.copyOf(macros);
        entries = List.copyOf(entries);
    }

    /// The folder of the project file.
    public Optional<Path> folder() {
        return file.map(each -> each.toAbsolutePath().getParent());
    }
}

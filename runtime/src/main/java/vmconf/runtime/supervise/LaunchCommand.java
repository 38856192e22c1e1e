package vmconf.runtime.supervise;

import java.nio.file.Path;
import java.util.List;

/// How a guest's process is started.
///
/// @param folders made before
/// @param arguments the program first
public record LaunchCommand(List<Path> folders, List<String> arguments) {
    public LaunchCommand {
        folders = List.copyOf(folders);
        arguments = List.copyOf(arguments);
    }
}

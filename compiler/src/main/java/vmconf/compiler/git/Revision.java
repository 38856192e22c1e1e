package vmconf.compiler.git;

import java.nio.file.Path;
import java.util.Optional;
import vmconf.source.DiskSources;
import vmconf.source.Sources;

/// The files of one revision, such as those of `HEAD:vm.conf`. Relative paths of includes are
/// relative to the working directory, as vmd reads them; what lies outside of the repository comes
/// from the disk.
public final class Revision implements Sources {
    private final String name;
    private final Path workingDirectory;
    private final Git git;

    private Revision(String name, Path workingDirectory) {
        this.name = name;
        this.workingDirectory = workingDirectory;
        this.git = new Git(workingDirectory);
    }

    /// The revision of an operand of the form `REVISION:PATH`; nothing for any other operand.
    ///
    /// @param workingDirectory a folder of a repository
    public static Optional<Revision> of(String operand, Path workingDirectory) {
        int colon = operand.indexOf(':');
        boolean named = colon > 0 && !operand.startsWith("-") && operand.indexOf('\0') < 0;
        return named
                ? Optional.of(new Revision(operand.substring(0, colon), workingDirectory))
                : Optional.empty();
    }

    /// Reads the operand itself: its path is relative to the top of the repository, or, when it
    /// starts with `./`, to the working directory, as for git.
    public Answer top(String operand) {
        return blob(operand, operand);
    }

    @Override
    public Answer read(String path) {
        if (!path.startsWith("/")) {
            return blob(name + ":./" + path, name + ":" + path);
        }
        Path absolute = Path.of(path).normalize();
        Optional<Path> top = git.topLevel();
        return top.isPresent() && absolute.startsWith(top.get())
                ? blob(name + ":" + top.get().relativize(absolute), name + ":" + path)
                : new DiskSources(workingDirectory).read(path);
    }

    private Answer blob(String object, String shown) {
        return switch (git.blob(object, shown)) {
            case Git.Output.Text(var file) -> new Answer.Found(file);
            case Git.Output.Failed(var reason) -> new Answer.Refused(reason);
        };
    }
}

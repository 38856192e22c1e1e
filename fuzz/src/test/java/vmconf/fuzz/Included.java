package vmconf.fuzz;

import java.util.List;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// What a file under test can reach.
final class Included {
    static final List<CommandLineMacro> MACROS =
            List.of(new CommandLineMacro("m", "vm \"m\" {\n disk \"/m\"\n}\n"));

    private Included() {}

    /// A file may include itself by its own name, or another one.
    static Sources by(SourceFile file) {
        return path ->
                path.equals("f")
                        ? new Sources.Answer.Found(file)
                        : path.equals("g")
                                ? new Sources.Answer.Found(SourceFile.of("g", "x = \"1\"\nvm \"g"))
                                : new Sources.Answer.Refused("no such file");
    }
}

package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.fix.Fixer;
import vmconf.compiler.fix.UnifiedDiff;
import vmconf.source.SourceFile;

/// What a command changes in an operand and what it includes.
///
/// @param operand as the user gave it; `-` is standard input
/// @param file what was read from it
record Changes(String operand, SourceFile file, List<Fixer.Change> changes) {

    /// The differences, as `diff -u` shows them.
    void show(boolean colour, Vmconf.Streams streams) {
        for (Fixer.Change change : changes) {
            streams.out().print(UnifiedDiff.of(change.before(), change.after(), colour));
        }
    }

    /// Writes all files or none. Standard input is answered on standard output, changed or not.
    void write(Vmconf.Streams streams) throws Rewrite.RewriteException {
        SourceFile answer = file;
        try (Rewrite rewrite = new Rewrite()) {
            for (Fixer.Change change : changes) {
                String name = change.after().name();
                if (operand.equals("-") && name.equals(file.name())) {
                    answer = change.after();
                } else {
                    rewrite.add(
                            name, Optional.of(change.before().encode()), change.after().encode());
                }
            }
            rewrite.commit();
        }
        if (operand.equals("-")) {
            byte[] bytes = answer.encode();
            streams.out().write(bytes, 0, bytes.length);
        }
    }
}

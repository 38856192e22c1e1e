package vmconf.lsp.symbols;

import java.util.List;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;

/// A document cut into words.
final class WrittenWords {
    private WrittenWords() {}

    static List<Written> of(Question question) {
        return Written.of(question.file(), question.analysis().options().target().vocabulary());
    }
}

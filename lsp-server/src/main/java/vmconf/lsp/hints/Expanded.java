package vmconf.lsp.hints;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.MacroValues;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.SourceFile;

/// A root as it is read: files in the place of their includes, values in the place of macros.
public final class Expanded {
    /// Scheme of the URIs of expanded texts: `vmconf-expanded:` and the URI of the file.
    public static final String SCHEME = "vmconf-expanded";

    /// Longest text that is made, in characters.
    private static final int MOST = 16 << 20;

    private final Analysis analysis;
    private final StringBuilder text = new StringBuilder();

    private Expanded(Analysis analysis) {
        this.analysis = analysis;
    }

    /// The text of a root; it means what the root means.
    public static String of(Analysis analysis) {
        Expanded expanded = new Expanded(analysis);
        expanded.file(analysis.config().file());
        return expanded.text.toString();
    }

    private void file(SourceFile file) {
        List<Written> all = analysis.written(file);
        int copied = 0;
        for (int i = 0; i < all.size() && text.length() < MOST; i++) {
            Written each = all.get(i);
            Optional<Include> include = include(file, each);
            if (include.isPresent()) {
                text.append(file.text(), copied, each.start());
                copied = include.get().end();
                include(include.get());
            } else if (each.kind() == Written.Kind.MACRO) {
                text.append(file.text(), copied, each.start());
                int end = each.start() + 1 + each.text().length();
                text.append(value(file, each).orElse(file.text().substring(each.start(), end)));
                copied = end;
            }
        }
        text.append(file.text(), copied, file.text().length());
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    /// An include that was read.
    private record Include(String path, SourceFile file, int end) {}

    private Optional<Include> include(SourceFile in, Written word) {
        if (word.kind() != Written.Kind.KEYWORD || !word.is("include")) {
            return Optional.empty();
        }
        return analysis.config().includes().stream()
                .filter(each -> each.directive().span().file() == in)
                .filter(each -> each.directive().span().start() == word.start())
                .filter(each -> each.outcome() instanceof FollowedInclude.Outcome.Read)
                .findFirst()
                .flatMap(each -> followed(each));
    }

    private Optional<Include> followed(FollowedInclude include) {
        return analysis.sources().keySet().stream()
                .filter(file -> isMadeBy(file, include))
                .findFirst()
                .map(
                        file ->
                                new Include(
                                        include.directive().path().text(),
                                        file,
                                        include.directive().span().end()));
    }

    /// Files that are read twice are two; which one came from an include, its text tells no more.
    private static boolean isMadeBy(SourceFile file, FollowedInclude include) {
        return file.name().equals(include.directive().path().text());
    }

    private void include(Include include) {
        text.append("# include \"").append(include.path()).append("\"\n");
        file(include.file());
        text.append("# end of \"").append(include.path()).append('"');
    }

    private Optional<String> value(SourceFile file, Written macro) {
        return Index.of(analysis).of(new Symbol(Symbol.Kind.MACRO, macro.text())).stream()
                .filter(each -> each.span().file().name().equals(file.name()))
                .filter(each -> each.span().start() == macro.start() + 1)
                .findFirst()
                .flatMap(each -> MacroValues.of(analysis, each));
    }
}

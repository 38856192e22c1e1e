package vmconf.lsp.feature;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.workspace.LoadedFile;
import vmconf.source.Span;

/// Where a macro, a switch, a parent or an included file is defined.
public final class Definition {
    private Definition() {}

    /// None where there is no reference, or one to nothing.
    public static List<Location> at(Question question) {
        return Reference.at(question).flatMap(reference -> location(question, reference)).stream()
                .toList();
    }

    private static Optional<Location> location(Question question, Reference reference) {
        return switch (reference) {
            case Reference.ToMacro(_, _, var value) -> value.flatMap(span -> place(question, span));
            case Reference.ToSwitch(_, var definition) -> place(question, definition.name().span());
            case Reference.ToParent(_, var definition) -> place(question, definition.name().span());
            case Reference.ToFile(_, var include) ->
                    start(question, include.directive().path().text());
        };
    }

    private static Optional<Location> place(Question question, Span span) {
        return question.analysis().location(span);
    }

    private static Optional<Location> start(Question question, String path) {
        return question.analysis()
                .included(path)
                .map(LoadedFile::uri)
                .map(uri -> new Location(uri, new Range(new Position(0, 0), new Position(0, 0))));
    }
}

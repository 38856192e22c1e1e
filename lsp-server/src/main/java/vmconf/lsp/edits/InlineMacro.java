package vmconf.lsp.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.MacroValues;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// Puts the value of a macro in the place of every use, and takes the definition away.
final class InlineMacro {
    private final Place place;

    InlineMacro(Place place) {
        this.place = place;
    }

    /// Nothing where there is no macro, where it has several definitions, or where the text would
    /// not mean the same.
    Optional<CodeAction> action() {
        Question question = place.question();
        Analysis root = question.analysis();
        Optional<Occurrence> named =
                Index.of(root)
                        .at(question)
                        .filter(each -> each.symbol().kind() == Symbol.Kind.MACRO);
        boolean one = question.view().reading(question.uri()).size() == 1;
        return named.filter(_ -> one)
                .flatMap(each -> edits(root, each))
                .filter(edits -> new Trial(root).holds(edits))
                .map(
                        edits -> {
                            FileEdits all = new FileEdits();
                            edits.forEach(each -> all.add(root, each));
                            String name = named.map(each -> each.symbol().name()).orElse("");
                            return place.action(
                                    "inline macro \"" + name + "\"",
                                    CodeActionKind.RefactorInline,
                                    all);
                        });
    }

    private static Optional<List<Fix.Edit>> edits(Analysis root, Occurrence named) {
        List<Occurrence> all = Index.of(root).of(named.symbol());
        long definitions = all.stream().filter(Occurrence::isDefinition).count();
        Optional<Directive.Macro> definition = MacroValues.definition(root, named);
        if (definitions != 1 || definition.isEmpty()) {
            return Optional.empty();
        }
        String value = definition.get().value().text();
        List<Fix.Edit> edits = new ArrayList<>();
        edits.add(new Fix.Edit(definition.get().span().withItsLines(), ""));
        for (Occurrence each : all) {
            if (!each.isDefinition()) {
                Span use = each.span();
                edits.add(new Fix.Edit(Span.of(use.file(), use.start() - 1, use.end()), value));
            }
        }
        return Optional.of(edits);
    }
}

package vmconf.lsp.edits;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Gives an argument a name: a macro defined above its block, and used in its place.
final class ExtractMacro {
    private final Place place;
    private final Question question;

    ExtractMacro(Place place) {
        this.place = place;
        this.question = place.question();
    }

    /// Nothing where there is no argument, or where a macro would not mean the same.
    Optional<CodeAction> action() {
        Optional<Directive> statement =
                place.statement()
                        .filter(each -> !(each instanceof Directive.Macro))
                        .filter(each -> question.holds(each.span()));
        return statement.flatMap(
                in ->
                        argument()
                                .flatMap(
                                        word ->
                                                Spelling.quoted(word.text())
                                                        .map(value -> edits(in, word, value)))
                                .filter(edits -> new Trial(question.analysis()).holds(edits))
                                .map(this::action));
    }

    private CodeAction action(List<Fix.Edit> edits) {
        FileEdits all = new FileEdits();
        edits.forEach(each -> all.add(question.analysis(), each));
        return place.action("extract macro", CodeActionKind.RefactorExtract, all);
    }

    private Optional<Written> argument() {
        return place.words().stream()
                .filter(each -> each.start() <= place.start() && place.end() <= each.end())
                .filter(each -> each.isArgument() && each.kind() != Written.Kind.MACRO)
                .findFirst();
    }

    private List<Fix.Edit> edits(Directive in, Written word, String value) {
        SourceFile file = question.file();
        String name = name(word);
        int line = file.text().lastIndexOf('\n', in.span().start() - 1) + 1;
        return List.of(
                new Fix.Edit(Span.of(file, line, line), name + " = " + value + "\n"),
                new Fix.Edit(Span.of(file, word.start(), word.end()), "$" + name));
    }

    /// Named by the keyword in front.
    private String name(Written word) {
        String keyword =
                place.words().stream()
                        .filter(each -> each.end() <= word.start())
                        .filter(each -> each.kind() == Written.Kind.KEYWORD)
                        .reduce((_, last) -> last)
                        .map(Written::text)
                        .orElse("value");
        String name = keyword + "_value";
        int number = 2;
        while (isTaken(name)) {
            name = keyword + "_value" + number++;
        }
        return name;
    }

    private boolean isTaken(String name) {
        for (Analysis root : question.view().reading(question.uri())) {
            boolean used = !Index.of(root).of(new Symbol(Symbol.Kind.MACRO, name)).isEmpty();
            if (used
                    || root.config().macros().stream().anyMatch(each -> each.name().equals(name))) {
                return true;
            }
        }
        return false;
    }
}

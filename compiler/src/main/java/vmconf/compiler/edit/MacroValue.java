package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A value that is written by way of macros.
///
/// @param statement the block or line that it stands in
/// @param pieces the value as written; at least one refers to a macro
/// @param label what the value is called: `memory of vm "web"`
record MacroValue(
        Tree tree, Directive statement, List<Written> pieces, SourceFile file, String label) {

    /// The text that the reader gets; none where a macro of the command line has a part in it.
    Optional<String> text() {
        StringBuilder text = new StringBuilder();
        for (Written piece : pieces) {
            Optional<String> part = expanded(piece);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> expanded(Written piece) {
        if (piece.macro().isEmpty()) {
            return Optional.of(piece.text());
        }
        return definition(piece)
                .map(each -> read(each.value().text() + suffix(piece)))
                .filter(each -> each.size() == 1)
                .map(each -> each.getFirst().text());
    }

    private List<Written> read(String text) {
        return Pieces.of(SourceFile.of("", text), 0, text.length(), tree.vocabulary()).all();
    }

    private Optional<Directive.Macro> definition(Written piece) {
        return piece.macro().flatMap(name -> new References(tree, name).definitionAt(statement));
    }

    /// What sticks to the value of the macro.
    private String suffix(Written piece) {
        String written = file.text().substring(piece.start(), piece.end());
        return written.substring(1 + piece.macro().orElse("").length());
    }

    /// A refusal that names the definition and who else uses it.
    <T> Step<T> refused() {
        Written piece = reference();
        String name = piece.macro().orElse("");
        String written = file.text().substring(pieces.getFirst().start(), pieces.getLast().end());
        String begin =
                "%s is written as \"%s\" (%s)".formatted(label, written, Lines.of(span(piece)));
        Optional<Directive.Macro> definition = definition(piece);
        if (definition.isEmpty()) {
            return Step.refuse(
                    begin + ", and macro \"" + name + "\" is from the command line or a project",
                    "--here writes the value in this place");
        }
        List<String> others = others();
        return Step.refuse(
                begin
                        + "; macro \""
                        + name
                        + "\" is defined at "
                        + Lines.of(definition.get().span())
                        + (others.isEmpty() ? "" : " and also used at " + shortened(others)),
                others.isEmpty()
                        ? "--through-macro changes the definition"
                        : "--through-macro changes the definition, for all of them",
                "--here writes the value in this place alone");
    }

    /// Where else the definition is used.
    private List<String> others() {
        Written piece = reference();
        return definition(piece).stream()
                .flatMap(each -> new References(tree, piece.macro().orElse("")).of(each).stream())
                .filter(use -> !use.span().startsWith(span(piece)))
                .map(References.Use::shown)
                .toList();
    }

    /// Where else the value changes when the definition does, for people.
    String alsoFor() {
        List<String> others = others();
        return others.isEmpty() ? "" : ", and for " + shortened(others);
    }

    private static String shortened(List<String> places) {
        int most = 5;
        return places.size() <= most
                ? String.join(", ", places)
                : String.join(", ", places.subList(0, most))
                        + " and "
                        + (places.size() - most)
                        + " other places";
    }

    /// Changes the definition; refused where that would not be this value and no more.
    Step<Fix.Edit> through(String value) {
        Written piece = reference();
        String name = piece.macro().orElse("");
        Optional<Directive.Macro> definition = definition(piece);
        if (definition.isEmpty()) {
            return Step.refuse(
                    "macro \"" + name + "\" is from the command line or a project, not from a file",
                    "--here writes the value in this place");
        }
        if (pieces.size() > 1 || !suffix(piece).isEmpty() || text().isEmpty()) {
            return Step.refuse(
                    "macro \"%s\" (%s) is not all of %s, or more than that"
                            .formatted(name, Lines.of(definition.get().span()), label),
                    "--here writes the value in this place");
        }
        if (!Quotes.isPlain(value)) {
            return Step.refuse(
                    "the value of a macro is read as characters, and \"%s\" would not be one word"
                            .formatted(value),
                    "--here writes the value in this place");
        }
        return definition(definition.get(), value);
    }

    /// Gives a macro another value. A number without quotes is no value of a macro.
    static Step<Fix.Edit> definition(Directive.Macro macro, String value) {
        Span span = macro.value().span();
        Quotes quotes = Quotes.of(span.text());
        Optional<String> text = quotes.write(value).or(() -> Quotes.DOUBLE.write(value));
        if (span.origin().expansion().isPresent() || text.isEmpty()) {
            return Step.refuse(
                    "macro \"%s\" (%s) cannot have the value \"%s\""
                            .formatted(macro.name().text(), Lines.of(span), value),
                    "edit that line by hand");
        }
        return Step.of(new Fix.Edit(span, text.get()));
    }

    /// Whether the reference makes this value and nothing else, so that it can be replaced.
    boolean isAlone() {
        return pieces.stream()
                .allMatch(piece -> definition(piece).isEmpty() || expanded(piece).isPresent());
    }

    private Written reference() {
        return pieces.stream().filter(each -> each.macro().isPresent()).findFirst().orElseThrow();
    }

    private Span span(Written piece) {
        return new Span(file, piece.start(), piece.end(), statement.span().origin());
    }
}

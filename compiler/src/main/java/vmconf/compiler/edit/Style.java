package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// How a file writes what it has, so that what is added looks like it.
record Style(Tree tree, SourceFile file) {
    /// The step of an indentation where a file shows none.
    private static final String UNIT = "\t";

    /// How a new value is quoted: as in the first directive of its kind, or else names and paths in
    /// quotes and everything else without.
    Quotes quotes(Form form, Argument argument) {
        return here(form.info())
                .flatMap(each -> Entry.of(each, form, tree, "").found().stream())
                .map(each -> each.value(argument.keyword()))
                .filter(each -> each.size() == 1 && each.getFirst().macro().isEmpty())
                .map(each -> written(each.getFirst()))
                .findFirst()
                .map(Quotes::of)
                .orElseGet(() -> usual(form, argument));
    }

    private static Quotes usual(Form form, Argument argument) {
        boolean name =
                argument.name().equals("NAME")
                        && form.info().places().stream().noneMatch(each -> each == Place.VM);
        return name || argument.name().equals("PATH") ? Quotes.DOUBLE : Quotes.NONE;
    }

    /// How the names of blocks are quoted.
    Quotes names() {
        return Stream.concat(
                        tree.config().vms().map(Directive.Vm::name),
                        tree.config().switches().map(Directive.Switch::name))
                .map(name -> name.span())
                .filter(this::isHere)
                .map(span -> Quotes.of(span.text()))
                .findFirst()
                .orElse(Quotes.DOUBLE);
    }

    /// The blanks by which the settings of a block are moved in.
    String unit() {
        return Stream.concat(
                        tree.config().vms().flatMap(each -> unit(each, each.options()).stream()),
                        tree.config()
                                .switches()
                                .flatMap(each -> unit(each, each.options()).stream()))
                .findFirst()
                .orElse(UNIT);
    }

    private Optional<String> unit(Directive block, List<? extends Directive> options) {
        String text = file.text();
        String base = isHere(block.span()) ? Lines.indent(text, block.span().start()) : "";
        return options.stream()
                .map(Directive::span)
                .filter(each -> isHere(block.span()) && isHere(each))
                .filter(each -> Lines.startsLine(text, each.start()))
                .map(each -> Lines.indent(text, each.start()))
                .filter(each -> each.startsWith(base) && each.length() > base.length())
                .map(each -> each.substring(base.length()))
                .findFirst();
    }

    private Stream<Directive> here(DirectiveInfo info) {
        return tree.config().statements().stream()
                .flatMap(Style::withOptions)
                .filter(each -> Contents.is(each, info))
                .filter(each -> isHere(each.span()));
    }

    private static Stream<Directive> withOptions(Directive statement) {
        return Stream.concat(
                Stream.of(statement), Contents.of(statement).stream().flatMap(Style::withOptions));
    }

    private boolean isHere(Span span) {
        return span.file().name().equals(file.name()) && span.origin().expansion().isEmpty();
    }

    private String written(Written piece) {
        return file.text().substring(piece.start(), piece.end());
    }
}

package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Place;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// The settings outside of blocks, in all files.
record TopLevel(Tree tree) implements Container {
    @Override
    public Place place() {
        return Place.GLOBAL;
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public Directive statement(Directive directive) {
        return directive;
    }

    @Override
    public List<? extends Directive> directives() {
        return tree.config().statements();
    }

    @Override
    public SourceFile file() {
        return tree.top();
    }

    /// Below the last setting of the file the user named; else above its first block or include,
    /// with an empty line between; else at its end.
    @Override
    public List<Fix.Edit> insert(DirectiveInfo info, String text) {
        String file = file().text();
        Optional<Directive> above =
                own(each -> each instanceof Directive.InGlobal && !isBroken(each))
                        .reduce((_, last) -> last);
        if (above.isPresent()) {
            int end = above.get().span().end();
            return List.of(at(Pieces.nextLine(file(), end, tree.vocabulary()), text + "\n"));
        }
        Optional<Directive> below =
                own(each ->
                                each instanceof Directive.Vm
                                        || each instanceof Directive.Switch
                                        || each instanceof Directive.Include)
                        .findFirst();
        int offset =
                below.map(each -> Comments.above(file, Lines.start(file, each.span().start())))
                        .orElse(file.length());
        return List.of(at(offset, text + (below.isPresent() ? "\n\n" : "\n")));
    }

    /// A line of its own, also where the last one has no end.
    private Fix.Edit at(int offset, String text) {
        String file = file().text();
        boolean open = offset > 0 && file.charAt(offset - 1) != '\n';
        String added = open ? "\n" + text.substring(0, text.length() - 1) : text;
        return new Fix.Edit(Span.of(file(), offset, offset), added);
    }

    private static boolean isBroken(Directive directive) {
        return directive instanceof Directive.Broken;
    }

    private Stream<Directive> own(Predicate<Directive> kind) {
        return tree.config().statements().stream()
                .filter(kind)
                .filter(each -> each.span().file().name().equals(file().name()))
                .filter(each -> each.span().origin().inclusion().isEmpty());
    }

    @Override
    public List<Fix.Edit> remove(Directive directive) {
        Span span = directive.span();
        String text = span.file().text();
        int end = Pieces.nextLine(span.file(), span.end(), tree.vocabulary());
        Span line = new Span(span.file(), Lines.start(text, span.start()), end, span.origin());
        return List.of(new Fix.Edit(line, ""));
    }
}

package vmconf.compiler.edit;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A `vm` or `switch` block that is written in one piece.
///
/// Every option behind the first one must end its line (`vmconf-language` 3.1), so a block of one
/// line becomes one of several when something is added.
///
/// @param pieces the whole block as written
record BlockText(Tree tree, Directive block, Pieces pieces) implements Container {

    /// Refused where the text of the block is not to be found in one place.
    static Step<BlockText> of(Tree tree, Directive block) {
        Span span = block.span();
        Pieces pieces = Pieces.of(span, tree.vocabulary());
        boolean whole =
                span.origin().expansion().isEmpty()
                        && !pieces.all().isEmpty()
                        && pieces.all().getLast().is("}")
                        && pieces.all().stream().anyMatch(each -> each.is("{"));
        if (!whole) {
            return Step.refuse(
                    "the block of %s is not written in one piece (%s): a macro or another file has a part"
                            .formatted(Contents.label(block), Lines.of(span)),
                    "edit it by hand");
        }
        if (!tree.config().sound(block)) {
            return Step.refuse(
                    "%s (%s) has mistakes of form".formatted(Contents.label(block), Lines.of(span)),
                    "vmconf check shows them");
        }
        return Step.of(new BlockText(tree, block, pieces));
    }

    @Override
    public Place place() {
        return block instanceof Directive.Vm ? Place.VM : Place.SWITCH;
    }

    @Override
    public String label() {
        return Contents.label(block);
    }

    @Override
    public Directive statement(Directive directive) {
        return block;
    }

    @Override
    public List<? extends Directive> directives() {
        return Contents.of(block);
    }

    @Override
    public SourceFile file() {
        return pieces.file();
    }

    @Override
    public List<Fix.Edit> insert(DirectiveInfo info, String text) {
        int open = open().end();
        Optional<? extends Directive> above =
                directives().stream()
                        .filter(each -> order(each) <= Directives.ALL.indexOf(info))
                        .reduce((_, last) -> last);
        Directive first = directives().getFirst();
        String aligned = aligned(info, text);
        boolean room = pieces.endsLine(open) && pieces.endsLine(first.span().end());
        if (above.isEmpty() && room) {
            return List.of(line(open, aligned));
        }
        return below(above.isPresent() ? above.get() : first, aligned);
    }

    /// Only what has one value can be aligned.
    private String aligned(DirectiveInfo info, String text) {
        List<Span> others =
                directives().stream()
                        .filter(each -> !Contents.hasOptions(each))
                        .map(Directive::span)
                        .toList();
        boolean plain = Form.of(info).words().size() == 1;
        return plain && text.startsWith(info.words() + " ")
                ? new Alignment(file().text(), others).align(text, info.words().length())
                : text;
    }

    private static int order(Directive directive) {
        DirectiveInfo info = DirectiveKinds.ALL.get(directive.getClass());
        return info == null ? 0 : Directives.ALL.indexOf(info);
    }

    /// The block ends behind it, on its line.
    private boolean isLast(Directive option) {
        return pieces.after(option.span().end()).filter(each -> each.is("}")).isPresent();
    }

    private List<Fix.Edit> below(Directive option, String text) {
        int end = option.span().end();
        if (isLast(option)) {
            return beforeClose(option, text);
        }
        if (pieces.endsLine(end)) {
            return List.of(line(end, text));
        }
        // It shares its line with another one, which ends it.
        Optional<? extends Directive> next =
                directives().stream().filter(each -> each.span().start() >= end).findFirst();
        return next.isPresent() ? below(next.get(), text) : beforeClose(option, text);
    }

    /// A line of its own, below the one in which an offset lies.
    private Fix.Edit line(int offset, String text) {
        int next = pieces.after(offset).map(Written::end).orElse(offset);
        return edit(next, next, indent() + moved(text) + "\n");
    }

    /// The last option and the brace share a line, which is taken apart.
    private List<Fix.Edit> beforeClose(Directive option, String text) {
        int end = option.span().end();
        int close = pieces.all().getLast().start();
        String base = Lines.indent(file().text(), block.span().start());
        String added = "\n" + indent() + moved(text) + "\n" + base;
        Fix.Edit below = edit(end, close, added);
        int open = open().end();
        return pieces.endsLine(open)
                ? List.of(below)
                : List.of(below, edit(open, option.span().start(), "\n" + indent()));
    }

    private String moved(String text) {
        return text.replace("\n", "\n" + indent());
    }

    /// The blanks in front of options.
    private String indent() {
        String text = file().text();
        return directives().stream()
                .map(each -> each.span().start())
                .filter(start -> Lines.startsLine(text, start))
                .map(start -> Lines.indent(text, start))
                .findFirst()
                .orElseGet(
                        () ->
                                Lines.indent(text, block.span().start())
                                        + new Style(tree, file()).unit());
    }

    @Override
    public List<Fix.Edit> remove(Directive option) {
        Span span = option.span();
        String text = file().text();
        boolean starts = Lines.startsLine(text, span.start());
        if (pieces.endsLine(span.end())) {
            int newline = pieces.after(span.end()).map(Written::end).orElse(span.end());
            int before = pieces.before(span.start()).map(Written::end).orElse(span.start());
            return starts
                    ? List.of(edit(Lines.start(text, span.start()), newline, ""))
                    : List.of(edit(before, span.end(), ""));
        }
        int next = pieces.after(span.end()).map(Written::start).orElse(span.end());
        return List.of(edit(span.start(), next, ""));
    }

    private Written open() {
        return pieces.all().stream().filter(each -> each.is("{")).findFirst().orElseThrow();
    }

    private Fix.Edit edit(int start, int end, String text) {
        return new Fix.Edit(new Span(file(), start, end, block.span().origin()), text);
    }
}

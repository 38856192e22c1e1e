package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Place;
import vmconf.compiler.syntax.Written;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// An `interface` of a VM and its options, in braces or without.
///
/// @param block the VM
/// @param label what to call it: `interface 1 of vm "web"`
record NicText(Tree tree, Directive.Vm block, Directive.Interface nic, Pieces pieces, String label)
        implements Container {

    static Step<NicText> of(Tree tree, Directive.Vm block, Directive.Interface nic, String label) {
        Span span = nic.span();
        Pieces pieces = Pieces.of(span, tree.vocabulary());
        boolean whole =
                span.origin().expansion().isEmpty()
                        && pieces.all().stream().anyMatch(each -> each.is("interface"))
                        && (pieces.all().stream().noneMatch(each -> each.is("{"))
                                || pieces.all().getLast().is("}"));
        return whole
                ? Step.of(new NicText(tree, block, nic, pieces, label))
                : Step.refuse(
                        "%s is not written in one piece (%s): a macro has a part in it"
                                .formatted(label, Lines.of(span)),
                        "edit it by hand");
    }

    @Override
    public Place place() {
        return Place.INTERFACE;
    }

    @Override
    public Directive statement(Directive directive) {
        return block;
    }

    @Override
    public List<? extends Directive> directives() {
        return nic.options();
    }

    @Override
    public SourceFile file() {
        return pieces.file();
    }

    @Override
    public List<Fix.Edit> insert(DirectiveInfo info, String text) {
        int end = nic.span().end();
        if (nic.options().isEmpty()) {
            return List.of(edit(end, end, " { " + text + " }"));
        }
        int last = nic.options().getLast().span().end();
        if (open().isEmpty()) {
            return List.of(edit(end, end, " " + text));
        }
        String file = file().text();
        int start = nic.options().getLast().span().start();
        if (!pieces.endsLine(last) || !Lines.startsLine(file, start)) {
            return List.of(edit(last, last, " " + text));
        }
        int next = pieces.after(last).map(Written::end).orElse(last);
        return List.of(edit(next, next, Lines.indent(file, start) + text + "\n"));
    }

    @Override
    public List<Fix.Edit> remove(Directive option) {
        if (nic.options().size() == 1) {
            int from = open().map(Written::start).orElse(option.span().start());
            return List.of(edit(endBefore(from), nic.span().end(), ""));
        }
        return open().isPresent() ? removeFromBraces(option) : removeFromList(option);
    }

    private List<Fix.Edit> removeFromBraces(Directive option) {
        Span span = option.span();
        String text = file().text();
        Optional<Written> next = pieces.after(span.end());
        if (Lines.startsLine(text, span.start()) && pieces.endsLine(span.end())) {
            int end = next.map(Written::end).orElse(span.end());
            return List.of(edit(Lines.start(text, span.start()), end, ""));
        }
        boolean first = pieces.before(span.start()).filter(each -> each.is("{")).isPresent();
        return first && !pieces.endsLine(span.end())
                ? List.of(edit(span.start(), next.map(Written::start).orElse(span.end()), ""))
                : List.of(edit(endBefore(span.start()), span.end(), ""));
    }

    /// A comma may stand behind every option but the first one.
    private List<Fix.Edit> removeFromList(Directive option) {
        Span span = option.span();
        Optional<Written> comma = comma(span.end());
        int start = endBefore(span.start());
        Optional<Written> before = pieces.before(span.start()).filter(each -> each.is(","));
        if (comma.isEmpty() && before.isPresent()) {
            start = endBefore(before.get().start());
        }
        List<Fix.Edit> edits = new ArrayList<>();
        edits.add(edit(start, comma.map(Written::end).orElse(span.end()), ""));
        if (option.equals(nic.options().getFirst())) {
            comma(nic.options().get(1).span().end())
                    .ifPresent(next -> edits.add(edit(next.start(), next.end(), "")));
        }
        return edits;
    }

    private Optional<Written> comma(int offset) {
        return pieces.after(offset).filter(each -> each.is(","));
    }

    private int endBefore(int offset) {
        return pieces.before(offset).map(Written::end).orElse(offset);
    }

    private Optional<Written> open() {
        return pieces.all().stream().filter(each -> each.is("{")).findFirst();
    }

    /// The word `interface`.
    Written word() {
        return pieces.all().stream().filter(each -> each.is("interface")).findFirst().orElseThrow();
    }

    Fix.Edit edit(int start, int end, String text) {
        return new Fix.Edit(new Span(file(), start, end, nic.span().origin()), text);
    }
}

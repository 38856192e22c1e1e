package vmconf.lsp.navigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TypeHierarchyItem;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Names;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.index.Symbol.Kind;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.lsp.workspace.View;
import vmconf.source.Span;

/// Who is made from whom, in the terms of types: an instance is a subtype of its parent.
public final class InstanceHierarchy {
    private InstanceHierarchy() {}

    /// The VM that is named at the place, or in whose block it lies.
    public static List<TypeHierarchyItem> at(Question question) {
        Optional<String> named =
                Index.of(question.analysis())
                        .at(question)
                        .map(Occurrence::symbol)
                        .filter(symbol -> symbol.kind() == Kind.VM)
                        .map(Symbol::name);
        Optional<Directive.Vm> vm =
                named.flatMap(name -> question.config().vmNamed(name))
                        .or(
                                () ->
                                        question.config()
                                                .vms()
                                                .filter(each -> question.isIn(each.span()))
                                                .findFirst());
        return vm.flatMap(each -> item(question.analysis(), each)).stream().toList();
    }

    /// The VM that the one of an item is an instance of.
    public static List<TypeHierarchyItem> parents(View view, TypeHierarchyItem item) {
        return in(
                view,
                item,
                analysis ->
                        analysis
                                .config()
                                .vmNamed(item.getName())
                                .flatMap(Directive.Vm::parent)
                                .map(Word::text)
                                .flatMap(parent -> analysis.config().vmNamed(parent))
                                .stream());
    }

    /// The instances of the VM of an item.
    public static List<TypeHierarchyItem> instances(View view, TypeHierarchyItem item) {
        return in(
                view,
                item,
                analysis -> analysis.config().vms().filter(vm -> isParent(item.getName(), vm)));
    }

    private static boolean isParent(String name, Directive.Vm vm) {
        return vm.parent().map(parent -> parent.text().equals(name)).orElse(false);
    }

    private interface Search {
        Stream<Directive.Vm> in(Analysis analysis);
    }

    private static List<TypeHierarchyItem> in(View view, TypeHierarchyItem item, Search search) {
        return view.reading(item.getUri()).stream()
                .flatMap(analysis -> search.in(analysis).flatMap(vm -> item(analysis, vm).stream()))
                .distinct()
                .toList();
    }

    private static Optional<TypeHierarchyItem> item(Analysis analysis, Directive.Vm vm) {
        Optional<Location> whole = analysis.location(vm.span());
        boolean named = vm.name().known() && !vm.name().text().isEmpty();
        if (whole.isEmpty() || !named) {
            return Optional.empty();
        }
        Span name = vm.name().span();
        boolean inside = name.file() == vm.span().file() && name.end() <= vm.span().end();
        Location selection = analysis.location(inside ? name : vm.span()).orElse(whole.get());
        return Optional.of(
                new TypeHierarchyItem(
                        vm.name().text(),
                        SymbolKind.Class,
                        whole.get().getUri(),
                        whole.get().getRange(),
                        selection.getRange(),
                        Names.summary(vm)));
    }
}

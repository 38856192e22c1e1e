package vmconf.lsp.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.lsp.index.Names;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// The macros, switches, VMs and includes of a document, in the order of its text; below VMs their
/// disks and interfaces.
public final class DocumentSymbols {
    private final Question question;

    private DocumentSymbols(Question question) {
        this.question = question;
    }

    public static List<DocumentSymbol> of(Question question) {
        DocumentSymbols symbols = new DocumentSymbols(question);
        return question.config().statements().stream()
                .filter(each -> question.holds(each.span()))
                .flatMap(each -> symbols.symbol(each).stream())
                .distinct()
                .toList();
    }

    /// The same without nesting, for clients that know no other.
    @SuppressWarnings("deprecation")
    public static List<SymbolInformation> flat(Question question) {
        List<SymbolInformation> flat = new ArrayList<>();
        for (DocumentSymbol symbol : of(question)) {
            flat.add(flat(question, symbol, null));
            symbol.getChildren()
                    .forEach(child -> flat.add(flat(question, child, symbol.getName())));
        }
        return flat;
    }

    @SuppressWarnings("deprecation")
    private static SymbolInformation flat(
            Question question, DocumentSymbol symbol, @Nullable String container) {
        return new SymbolInformation(
                symbol.getName(),
                symbol.getKind(),
                new Location(question.uri(), symbol.getRange()),
                container);
    }

    private Optional<DocumentSymbol> symbol(Directive directive) {
        return switch (directive) {
            case Directive.Macro macro ->
                    symbol(macro, macro.name(), SymbolKind.Constant, macro.value().text());
            case Directive.Include include ->
                    symbol(include, include.path(), SymbolKind.File, "include");
            case Directive.Switch each ->
                    symbol(each, each.name(), SymbolKind.Interface, Names.bridge(each));
            case Directive.Vm vm ->
                    symbol(vm, vm.name(), SymbolKind.Class, parent(vm)).map(each -> with(each, vm));
            default -> Optional.empty();
        };
    }

    private static String parent(Directive.Vm vm) {
        return vm.parent().map(parent -> "instance of " + parent.text()).orElse("vm");
    }

    private DocumentSymbol with(DocumentSymbol symbol, Directive.Vm vm) {
        symbol.setChildren(vm.options().stream().flatMap(each -> option(each).stream()).toList());
        return symbol;
    }

    private Optional<DocumentSymbol> option(Directive.InVm option) {
        return switch (option) {
            case Directive.Disk disk -> symbol(disk, disk.path(), SymbolKind.File, "disk");
            case Directive.Cdrom cdrom -> symbol(cdrom, cdrom.path(), SymbolKind.File, "cdrom");
            case Directive.Interface nic ->
                    symbol(nic, nic.span(), name(nic), SymbolKind.Property, joined(nic));
            default -> Optional.empty();
        };
    }

    private static String name(Directive.Interface nic) {
        String what = nic.local() ? "local interface" : "interface";
        return nic.name().filter(Word::known).map(name -> what + " " + name.text()).orElse(what);
    }

    private static String joined(Directive.Interface nic) {
        return nic.options().stream()
                .filter(Directive.InterfaceSwitch.class::isInstance)
                .map(each -> ((Directive.InterfaceSwitch) each).name().text())
                .reduce((_, last) -> last)
                .orElse("");
    }

    private Optional<DocumentSymbol> symbol(
            Directive directive, Word name, SymbolKind kind, String detail) {
        boolean named = name.known() && !name.text().isBlank();
        return named ? symbol(directive, name.span(), name.text(), kind, detail) : Optional.empty();
    }

    private Optional<DocumentSymbol> symbol(
            Directive directive, Span name, String text, SymbolKind kind, String detail) {
        Span whole = directive.span();
        if (!question.holds(whole)) {
            return Optional.empty();
        }
        boolean inside =
                Stream.of(name)
                        .allMatch(
                                span -> span.start() >= whole.start() && span.end() <= whole.end());
        Span selection = inside ? name : whole;
        DocumentSymbol symbol =
                new DocumentSymbol(
                        text, kind, question.range(whole), question.range(selection), detail);
        symbol.setChildren(List.of());
        return Optional.of(symbol);
    }
}

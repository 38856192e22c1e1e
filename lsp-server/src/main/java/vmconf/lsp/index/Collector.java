package vmconf.lsp.index;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.index.Occurrence.Role;
import vmconf.lsp.index.Symbol.Kind;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Collects what is named in a root and its includes.
final class Collector {
    private final Analysis analysis;

    Collector(Analysis analysis) {
        this.analysis = analysis;
    }

    Stream<Occurrence> all() {
        return Stream.of(vms(), switches(), joins(), includes(), macroNames(), macroUses())
                .flatMap(each -> each);
    }

    private Stream<Occurrence> vms() {
        return analysis.config()
                .vms()
                .flatMap(
                        vm ->
                                Stream.concat(
                                        vm.parent().stream()
                                                .flatMap(
                                                        name -> named(vm, Kind.VM, name, Role.USE)),
                                        named(vm, Kind.VM, vm.name(), Role.DEFINITION)));
    }

    private Stream<Occurrence> switches() {
        return analysis.config()
                .switches()
                .flatMap(each -> named(each, Kind.SWITCH, each.name(), Role.DEFINITION));
    }

    private Stream<Occurrence> joins() {
        return analysis.config()
                .vms()
                .flatMap(
                        vm ->
                                Names.switchReferences(vm)
                                        .flatMap(name -> named(vm, Kind.SWITCH, name, Role.USE)));
    }

    private Stream<Occurrence> includes() {
        return analysis.config().includes().stream().flatMap(this::include);
    }

    private Stream<Occurrence> include(FollowedInclude include) {
        Word path = include.directive().path();
        return analysis.included(path.text()).stream()
                .flatMap(
                        file ->
                                at(
                                        include.directive(),
                                        new Symbol(Kind.FILE, FileUri.of(file)),
                                        path,
                                        Role.USE));
    }

    private Stream<Occurrence> macroNames() {
        return analysis.config().macros().stream()
                .flatMap(each -> each.directive().stream())
                .flatMap(each -> named(each, Kind.MACRO, each.name(), Role.DEFINITION));
    }

    /// A text that is read twice has the same references in it.
    private Stream<Occurrence> macroUses() {
        Set<String> seen = new HashSet<>();
        return analysis.sources().entrySet().stream()
                .filter(file -> seen.add(FileUri.key(file.getValue().uri())))
                .flatMap(file -> macroUses(file.getKey()));
    }

    private Stream<Occurrence> macroUses(SourceFile file) {
        if (file.text().indexOf('$') < 0) {
            return Stream.of();
        }
        return analysis.written(file).stream()
                .filter(each -> each.kind() == Written.Kind.MACRO)
                .map(
                        each -> {
                            int start = each.start() + 1;
                            Span name = Span.of(file, start, start + each.text().length());
                            Symbol symbol = new Symbol(Kind.MACRO, each.text());
                            return new Occurrence(symbol, name, name, Role.USE, true);
                        });
    }

    private static Stream<Occurrence> named(Directive in, Kind kind, Word name, Role role) {
        return name.known() && !name.text().isEmpty()
                ? at(in, new Symbol(kind, name.text()), name, role)
                : Stream.of();
    }

    private static Stream<Occurrence> at(Directive in, Symbol symbol, Word name, Role role) {
        Optional<Span> inner = inner(name.span());
        Span span = inner.orElse(name.span());
        boolean literal = inner.isPresent() && span.text().equals(symbol.name());
        return Stream.of(new Occurrence(symbol, span, in.span(), role, literal));
    }

    /// A word without its quotes; nothing where a macro yields it.
    private static Optional<Span> inner(Span span) {
        if (span.origin().expansion().isPresent()) {
            return Optional.empty();
        }
        String text = span.text();
        boolean quoted =
                text.length() >= 2
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(text.length() - 1) == text.charAt(0);
        return Optional.of(
                quoted
                        ? new Span(span.file(), span.start() + 1, span.end() - 1, span.origin())
                        : span);
    }
}

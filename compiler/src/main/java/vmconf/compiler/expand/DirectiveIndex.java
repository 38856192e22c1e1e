package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;

/// Directives by kind, in reading order, so that each rule looks only at what it is about.
final class DirectiveIndex {
    private final Map<Class<?>, List<Directive>> byKind = new HashMap<>();

    /// The options of all `vm` blocks.
    static DirectiveIndex ofVms(Stream<Directive.Vm> vms) {
        DirectiveIndex index = new DirectiveIndex();
        vms.forEach(vm -> vm.options().forEach(index::add));
        return index;
    }

    /// The options of all `switch` blocks, then those of all interfaces.
    static DirectiveIndex ofLinks(
            Stream<Directive.Switch> switches, Stream<Directive.Interface> interfaces) {
        DirectiveIndex index = new DirectiveIndex();
        switches.forEach(each -> each.options().forEach(index::add));
        interfaces.forEach(each -> each.options().forEach(index::add));
        return index;
    }

    static DirectiveIndex of(List<Directive> statements) {
        DirectiveIndex index = new DirectiveIndex();
        statements.forEach(index::add);
        return index;
    }

    private void add(Directive directive) {
        byKind.computeIfAbsent(directive.getClass(), kind -> new ArrayList<>()).add(directive);
    }

    boolean has(Class<? extends Directive> kind) {
        return byKind.containsKey(kind);
    }

    <T extends Directive> Stream<T> all(Class<T> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }
}

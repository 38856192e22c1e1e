package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.syntax.Directive;

/// Directives by kind, in reading order, so that each rule looks only at what it is about.
final class DirectiveIndex {
    private final Map<Class<?>, List<Directive>> byKind = new HashMap<>();

    /// The options of all `vm` blocks.
    static DirectiveIndex ofVms(List<Directive.Vm> vms) {
        DirectiveIndex index = new DirectiveIndex();
        for (Directive.Vm vm : vms) {
            index.addAll(vm.options());
        }
        return index;
    }

    /// The options of all `switch` blocks, then those of all interfaces.
    static DirectiveIndex ofLinks(
            List<Directive.Switch> switches, List<Directive.Interface> interfaces) {
        DirectiveIndex index = new DirectiveIndex();
        for (Directive.Switch each : switches) {
            index.addAll(each.options());
        }
        for (Directive.Interface each : interfaces) {
            index.addAll(each.options());
        }
        return index;
    }

    static DirectiveIndex of(List<Directive> statements) {
        DirectiveIndex index = new DirectiveIndex();
        index.addAll(statements);
        return index;
    }

    private void addAll(List<? extends Directive> directives) {
        for (Directive each : directives) {
            add(each);
        }
    }

    private void add(Directive directive) {
        byKind.computeIfAbsent(directive.getClass(), _ -> new ArrayList<>()).add(directive);
    }

    boolean has(Class<? extends Directive> kind) {
        return byKind.containsKey(kind);
    }

    /// What is listed below a kind is of that kind and no other.
    @SuppressWarnings("unchecked")
    <T extends Directive> List<T> all(Class<T> kind) {
        return (List<T>) byKind.getOrDefault(kind, List.of());
    }
}

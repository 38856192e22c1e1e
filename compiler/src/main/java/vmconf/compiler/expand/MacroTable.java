package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Macros;

/// The macros defined so far, by the rules of `vmconf-language` section 2.
final class MacroTable implements Macros {
    private static final class Entry {
        final Macro macro;
        final Optional<Directive.Macro> directive;
        boolean used;

        Entry(Macro macro, Optional<Directive.Macro> directive) {
            this.macro = macro;
            this.directive = directive;
        }
    }

    private final Map<String, Entry> current = new HashMap<>();
    private final List<Entry> definitions = new ArrayList<>();

    /// @param commandLine macros that no file can change; of two with one name the first one holds
    MacroTable(List<CommandLineMacro> commandLine) {
        for (CommandLineMacro macro : commandLine) {
            if (!current.containsKey(macro.name())) {
                add(
                        new Entry(
                                new Macro(macro.name(), macro.value(), Optional.empty()),
                                Optional.empty()));
            }
        }
    }

    void define(Directive.Macro directive) {
        if (!directive.name().known() || !directive.value().known()) {
            return;
        }
        String name = directive.name().text();
        Entry known = current.get(name);
        if (known != null && known.directive.isEmpty()) {
            return;
        }
        Macro macro =
                new Macro(name, directive.value().text(), Optional.of(directive.value().span()));
        add(new Entry(macro, Optional.of(directive)));
    }

    private void add(Entry entry) {
        current.put(entry.macro.name(), entry);
        definitions.add(entry);
    }

    @Override
    public Optional<Macro> use(String name) {
        Entry entry = current.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        entry.used = true;
        return Optional.of(entry.macro);
    }

    List<MacroDefinition> definitions() {
        return definitions.stream()
                .map(entry -> new MacroDefinition(entry.macro.name(), entry.directive, entry.used))
                .toList();
    }
}

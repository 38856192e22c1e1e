package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Macros;

/// The macros defined so far, by the rules of `vmconf-language` section 2.
public final class MacroTable implements Macros {
    private static final class Entry {
        final Macro macro;
        final Optional<Directive.Macro> directive;
        boolean used;

        Entry(Macro macro, Optional<Directive.Macro> directive) {
            this.macro = macro;
            this.directive = directive;
        }
    }

    private final Map<String, Entry> current = new LinkedHashMap<>();
    private final List<Entry> definitions = new ArrayList<>();
    private final Set<String> fixedNames = new HashSet<>();

    /// @param commandLine macros that no file can change; of two with one name the first one holds
    public MacroTable(List<CommandLineMacro> commandLine) {
        for (CommandLineMacro macro : commandLine) {
            if (fixedNames.add(macro.name())) {
                Entry entry =
                        new Entry(
                                new Macro(macro.name(), macro.value(), Optional.empty()),
                                Optional.empty());
                entry.used = macro.shared();
                add(entry);
            }
        }
    }

    void define(Directive.Macro directive) {
        if (!directive.name().known() || !directive.value().known()) {
            return;
        }
        String name = directive.name().text();
        if (fixedNames.contains(name)) {
            return;
        }
        Macro macro =
                new Macro(name, directive.value().text(), Optional.of(directive.value().span()));
        add(new Entry(macro, Optional.of(directive)));
    }

    /// Defines a macro whose place does not matter. One of the command line stays as it is.
    public void define(String name, String value) {
        if (!fixedNames.contains(name)) {
            add(new Entry(new Macro(name, value, Optional.empty()), Optional.empty()));
        }
    }

    /// The macros that hold at the end and were not used since they were defined, in the order of
    /// definition.
    public List<Macro> unused() {
        return current.values().stream()
                .filter(entry -> !entry.used)
                .map(entry -> entry.macro)
                .toList();
    }

    private void add(Entry entry) {
        // One that is defined anew moves to the end.
        current.remove(entry.macro.name());
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

    /// The macro of that name, without using it.
    Optional<Macro> defined(String name) {
        return Optional.ofNullable(current.get(name)).map(entry -> entry.macro);
    }

    List<MacroDefinition> definitions() {
        return definitions.stream()
                .map(
                        entry ->
                                new MacroDefinition(
                                        entry.macro.name(),
                                        entry.macro.value(),
                                        entry.directive,
                                        entry.used))
                .toList();
    }
}

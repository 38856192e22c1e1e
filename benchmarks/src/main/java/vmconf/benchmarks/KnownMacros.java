package vmconf.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Macros;

/// The macros of a file, known before it is read, so that it can be read without following it.
/// Where one is defined several times, its last value.
record KnownMacros(Map<String, Macros.Macro> byName) implements Macros {
    static KnownMacros of(Config config) {
        Map<String, Macros.Macro> byName = new HashMap<>();
        config.all(Directive.Macro.class)
                .map(each -> macro(each))
                .forEach(each -> byName.put(each.name(), each));
        return new KnownMacros(byName);
    }

    private static Macros.Macro macro(Directive.Macro directive) {
        return new Macros.Macro(
                directive.name().text(),
                directive.value().text(),
                Optional.of(directive.value().span()));
    }

    @Override
    public Optional<Macro> use(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

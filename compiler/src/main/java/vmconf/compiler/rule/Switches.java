package vmconf.compiler.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// The switches of a file by name. vmd finds the first enabled one of a name.
final class Switches {
    private final Map<String, Directive.Switch> byName = new LinkedHashMap<>();
    private final NearNames near = new NearNames();

    private Switches() {}

    static Switches of(Config config) {
        Switches switches = new Switches();
        config.switches().filter(each -> each.name().known()).forEach(switches::add);
        return switches;
    }

    private void add(Directive.Switch each) {
        Directive.Switch first = byName.putIfAbsent(each.name().text(), each);
        if (first != null && !Blocks.enabled(first.options()) && Blocks.enabled(each.options())) {
            byName.put(each.name().text(), each);
        }
    }

    /// The switch that an interface finds under that name, or a disabled one.
    Optional<Directive.Switch> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The one that a mistyped name may stand for.
    Optional<Directive.Switch> near(String name) {
        return near.nearest(name, byName.keySet()).flatMap(this::named);
    }

    Collection<Directive.Switch> all() {
        return byName.values();
    }
}

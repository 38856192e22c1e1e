package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.lower.Settings.Written;
import vmconf.compiler.syntax.Directive;
import vmconf.plan.Switch;

/// The switches of a plan, as they come up in the file.
final class Switches {
    /// A switch and its place in the plan.
    ///
    /// @param index from 0
    record Joined(Switch joined, int index) {}

    private final Trace trace;
    private final List<Switch> all = new ArrayList<>();
    private final Map<String, Joined> enabled = new HashMap<>();
    private int ids;

    /// @param trace of the list
    Switches(Trace trace) {
        this.trace = trace;
    }

    List<Switch> all() {
        return all;
    }

    /// The first of that name that is enabled; vmd finds no other.
    Optional<Joined> named(String name) {
        return Optional.ofNullable(enabled.get(name));
    }

    void add(Directive.Switch block) {
        Switch added = lower(block, trace.at(all.size()));
        if (added.enabled()) {
            enabled.putIfAbsent(added.name(), new Joined(added, all.size()));
        }
        all.add(added);
    }

    private Switch lower(Directive.Switch block, Trace at) {
        at.written(block.span());
        at.at("name").written(block.name().span());
        at.at("id").derived("number among the enabled switches in the file");
        Settings settings = new Settings(block.options(), Optional.empty(), at);
        boolean exists =
                settings.either("enabled", Directive.Enable.class, Directive.Disable.class);
        Optional<Integer> id = exists ? Optional.of(++ids) : Optional.empty();
        return new Switch(
                id,
                block.name().text(),
                exists,
                settings.own(
                                "interface",
                                Directive.SwitchInterface.class,
                                each -> Written.of(each.bridge()))
                        .orElseGet(() -> defaultBridge(all.size())),
                Links.group(settings),
                Links.rdomain(settings),
                settings.flag("locked-lladdr", Directive.LockedLladdr.class),
                Links.up(settings));
    }

    /// The bridge of a switch that names none, which no target of today allows.
    private static String defaultBridge(int index) {
        return "bridge" + index;
    }
}

package vmconf.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.plan.Provenance;
import vmconf.plan.Provenance.Kind;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.source.Span;

/// Notes where values come from in a map, by JSON Pointer.
///
/// Blocks are noted in the order in which they come to stand in the plan, a parent before its
/// instances and a switch before its interfaces.
final class Recording extends Trace {
    private final Map<String, Provenance> noted;
    private final String block;
    private final String key;

    /// @param block pointer of the VM or switch that is noted now; empty for none
    /// @param key pointer below that
    private Recording(Map<String, Provenance> noted, String block, String key) {
        this.noted = noted;
        this.block = block;
        this.key = key;
    }

    /// For a whole plan.
    static Recording begin() {
        return new Recording(new LinkedHashMap<>(), "", "");
    }

    Map<String, Provenance> noted() {
        return noted;
    }

    @Override
    Trace at(String name) {
        return new Recording(noted, block, key + "/" + name);
    }

    @Override
    Trace at(int index) {
        String item = key + "/" + index;
        boolean isBlock = item.startsWith("/vms/") || item.startsWith("/switches/");
        return block.isEmpty() && isBlock
                ? new Recording(noted, item, "")
                : new Recording(noted, block, item);
    }

    @Override
    void written(Span span) {
        note(Places.written(span));
    }

    @Override
    void inherited(Vm parent) {
        Provenance source = nearest("/vms/" + (parent.id() - 1), key);
        List<String> parents = new ArrayList<>(List.of(parent.name()));
        parents.addAll(source.parents());
        note(
                new Provenance(
                        source.from(),
                        source.at(),
                        source.includedFrom(),
                        source.macros(),
                        parents,
                        source.switchName(),
                        source.rule()));
    }

    @Override
    void ofSwitch(Switch joined, int index, String switchKey) {
        Provenance source = nearest("/switches/" + index, "/" + switchKey);
        note(
                new Provenance(
                        source.from(),
                        source.at(),
                        source.includedFrom(),
                        source.macros(),
                        List.of(),
                        Optional.of(joined.name()),
                        source.rule()));
    }

    /// What was noted for a key of a block, or else for what contains it.
    private Provenance nearest(String container, String below) {
        String pointer = container + below;
        while (!noted.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return Objects.requireNonNull(noted.get(pointer));
    }

    @Override
    void standard(Class<? extends Directive> kind) {
        DirectiveInfo info = Objects.requireNonNull(DirectiveKinds.ALL.get(kind));
        standard("default of \"" + info.words() + "\": " + info.defaultValue().orElse("none"));
    }

    @Override
    void standard(String rule) {
        note(unwritten(Kind.DEFAULT, rule));
    }

    @Override
    void derived(String rule) {
        note(unwritten(Kind.DERIVED, rule));
    }

    private static Provenance unwritten(Kind kind, String rule) {
        return new Provenance(
                kind,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(rule));
    }

    private void note(Provenance provenance) {
        noted.put(block + key, provenance);
    }
}

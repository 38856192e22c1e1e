package vmconf.compiler.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Suggestion;
import vmconf.source.Span;

/// Finds the blocks that edits are about.
record Blocks(Tree tree) {

    /// What holds the settings of a VM, of a switch, or those outside of blocks.
    Step<Container> container(Subject subject) {
        return switch (subject) {
            case Subject.VmNamed(var name) -> vm(name).map(block -> (Container) block);
            case Subject.SwitchNamed(var name) -> switchNamed(name).map(block -> (Container) block);
            case Subject.Settings() -> Step.of(new TopLevel(tree));
            case Subject.MacroNamed(var name) ->
                    Step.refuse("\"" + name + "\" is a macro", "write " + name + " = VALUE");
        };
    }

    Step<BlockText> vm(String name) {
        List<Directive> found =
                vms().filter(each -> each.name().text().equals(name))
                        .map(Directive.class::cast)
                        .toList();
        return found.isEmpty() ? noVm(name) : only(found);
    }

    Step<BlockText> switchNamed(String name) {
        List<Directive> found =
                switches()
                        .filter(each -> each.name().text().equals(name))
                        .map(Directive.class::cast)
                        .toList();
        return found.isEmpty()
                ? Step.refuse(
                        "there is no switch \"" + name + "\"",
                        near(name, "switches", switchNames()))
                : only(found);
    }

    private <T> Step<T> noVm(String name) {
        boolean isSwitch = switchNames().anyMatch(name::equals);
        return Step.refuse(
                "there is no VM \"" + name + "\"",
                isSwitch
                        ? "\"%s\" names a switch; its settings are those of switch %s"
                                .formatted(name, name)
                        : near(name, "VMs", vmNames()));
    }

    private static String near(String name, String noun, Stream<String> names) {
        List<String> known = names.distinct().toList();
        if (known.isEmpty()) {
            return "there are no " + noun;
        }
        int most = 8;
        String more = known.size() > most ? ", ..." : "";
        return Suggestion.nearest(name, known.stream())
                .map(each -> "did you mean \"" + each + "\"?")
                .orElseGet(
                        () ->
                                "its %s are %s"
                                        .formatted(
                                                noun,
                                                String.join(
                                                                ", ",
                                                                known.stream().limit(most).toList())
                                                        + more));
    }

    Stream<Directive.Vm> vms() {
        return tree.config().vms().filter(each -> each.name().known());
    }

    Stream<Directive.Switch> switches() {
        return tree.config().switches().filter(each -> each.name().known());
    }

    private Stream<String> vmNames() {
        return vms().map(each -> each.name().text());
    }

    private Stream<String> switchNames() {
        return switches().map(each -> each.name().text());
    }

    /// A file that is included twice makes one block twice.
    private Step<BlockText> only(List<Directive> found) {
        Map<String, Span> places = new LinkedHashMap<>();
        found.forEach(each -> places.putIfAbsent(Lines.of(each.span()), each.span()));
        Directive block = found.getFirst();
        if (places.size() > 1) {
            return Step.refuse(
                    "%s is defined %d times: %s"
                            .formatted(
                                    Contents.label(block),
                                    places.size(),
                                    String.join(", ", places.keySet())),
                    "take away all but one by hand");
        }
        List<String> others =
                tree.sameText(block).stream()
                        .map(Contents::label)
                        .filter(each -> !each.equals(Contents.label(block)))
                        .toList();
        return others.isEmpty()
                ? BlockText.of(tree, block)
                : Step.refuse(
                        "the lines of %s (%s) make %s too: the file is included more than once"
                                .formatted(
                                        Contents.label(block),
                                        Lines.of(block.span()),
                                        String.join(", ", others)),
                        "edit them by hand");
    }
}

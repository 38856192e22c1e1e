package vmconf.compiler.why;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Suggestion;
import vmconf.plan.Plan;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;

/// Which values of a plan somebody asks about: a VM or a switch by name and then a key, or a key of
/// the settings outside of them.
///
/// A key is written as in the plan (`interfaces[0].lladdr`, `boot/device`), as words (`interfaces 0
/// lladdr`), by its end (`lladdr`), or in vm.conf's words (`disk`, `interface`).
public final class Question {
    /// What vm.conf calls keys of a plan.
    private static final Map<String, String> VM_CONF =
            Map.of(
                    "disk", "disks",
                    "interface", "interfaces",
                    "enable", "enabled",
                    "disable", "enabled",
                    "instance", "instance-of",
                    "kernel", "image",
                    "locked", "locked-lladdr",
                    "parallel", "staggered-start",
                    "down", "up");

    private final List<PlanBlock> blocks;

    public Question(Plan plan) {
        this.blocks = PlanBlock.of(plan);
    }

    /// What was found.
    public sealed interface Answer {
        /// @param values at least one
        record Found(PlanBlock block, List<PlanValue> values) implements Answer {}

        /// @param reason a phrase for people, with a way out
        record Unknown(String reason) implements Answer {}
    }

    /// @param words the name of a VM or switch and words of a key, or words of a key of the
    /// settings; at least one
    public Answer ask(List<String> words) {
        Optional<PlanBlock> named = named(words.getFirst());
        PlanBlock block = named.orElseGet(blocks::getFirst);
        List<String> path = path(named.isPresent() ? words.subList(1, words.size()) : words);
        List<PlanValue> values = path.isEmpty() ? block.values() : values(block, path);
        if (!values.isEmpty()) {
            return new Answer.Found(block, values);
        }
        return new Answer.Unknown(
                named.isPresent() ? unknownKey(block, path) : unknownName(words.getFirst()));
    }

    /// A VM before a switch of the same name.
    private Optional<PlanBlock> named(String name) {
        List<PlanBlock> found =
                blocks.stream().skip(1).filter(each -> each.name().equals(name)).toList();
        return found.stream()
                .filter(each -> each.kind() == PlanBlock.Kind.VM)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static List<String> path(List<String> words) {
        List<String> path = new ArrayList<>();
        for (String word : words) {
            for (String part : word.split("[./\\[\\]]+")) {
                if (!part.isEmpty()) {
                    path.add(VM_CONF.getOrDefault(part, part));
                }
            }
        }
        return path;
    }

    /// Those below the key, or else those whose key ends so.
    private static List<PlanValue> values(PlanBlock block, List<String> path) {
        List<PlanValue> below = block.values().stream().filter(each -> starts(each, path)).toList();
        return below.isEmpty()
                ? block.values().stream().filter(each -> contains(each, path)).toList()
                : below;
    }

    private static boolean starts(PlanValue value, List<String> path) {
        List<String> key = List.of(value.key().split("/"));
        return key.size() >= path.size() && key.subList(0, path.size()).equals(path);
    }

    private static boolean contains(PlanValue value, List<String> path) {
        return Collections.indexOfSubList(List.of(value.key().split("/")), path) >= 0;
    }

    private static String unknownKey(PlanBlock block, List<String> path) {
        String asked = String.join(".", path);
        return "%s \"%s\" has no key \"%s\"%s"
                .formatted(
                        block.kind().word(),
                        block.name(),
                        asked,
                        near(path.getLast(), keys(block), "; its keys are " + listed(block)));
    }

    private static String listed(PlanBlock block) {
        return String.join(
                ", ",
                block.values().stream().map(each -> each.key().split("/")[0]).distinct().toList());
    }

    private static Stream<String> keys(PlanBlock block) {
        return block.values().stream().flatMap(each -> Stream.of(each.key().split("/")));
    }

    private String unknownName(String name) {
        Stream<String> names = blocks.stream().skip(1).map(PlanBlock::name);
        return "there is no VM, switch or setting \"%s\"%s"
                .formatted(name, near(name, Stream.concat(names, keys(blocks.getFirst())), ""));
    }

    private static String near(String word, Stream<String> known, String otherwise) {
        return Suggestion.nearest(word, known)
                .map(each -> "; did you mean \"" + each + "\"?")
                .orElse(otherwise);
    }
}

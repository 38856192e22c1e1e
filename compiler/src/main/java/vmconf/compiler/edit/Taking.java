package vmconf.compiler.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.syntax.Directive;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Takes VMs away: the block, the lines of comment that belong to it, and one empty line where
/// there is one on both sides.
record Taking(Tree tree) {

    /// @param withInstances take its instances away too, and theirs
    Step<Draft> remove(String name, boolean withInstances) {
        Blocks blocks = new Blocks(tree);
        return blocks.vm(name)
                .then(
                        block -> {
                            List<Directive.Vm> instances = instances(name);
                            return instances.isEmpty() || withInstances
                                    ? remove(block, instances)
                                    : Step.refuse(
                                            "vm \"%s\" has %s: %s"
                                                    .formatted(
                                                            name,
                                                            count(instances),
                                                            listed(instances)),
                                            "--with-instances takes them away too");
                        });
    }

    private static String count(List<Directive.Vm> instances) {
        return instances.size() == 1 ? "an instance" : instances.size() + " instances";
    }

    private static String listed(List<Directive.Vm> vms) {
        List<String> names =
                vms.stream()
                        .limit(8)
                        .map(each -> each.name().text() + " (" + Lines.of(each.span()) + ")")
                        .toList();
        return String.join(", ", names) + (vms.size() > names.size() ? ", ..." : "");
    }

    /// The instances of a VM, and of those, in reading order.
    private List<Directive.Vm> instances(String name) {
        Map<String, List<Directive.Vm>> children = new HashMap<>();
        new Blocks(tree)
                .vms()
                .forEach(
                        vm ->
                                vm.parent()
                                        .ifPresent(
                                                parent ->
                                                        children.computeIfAbsent(
                                                                        parent.text(),
                                                                        _ -> new ArrayList<>())
                                                                .add(vm)));
        Map<String, Directive.Vm> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (Directive.Vm child : children.getOrDefault(open.remove(), List.of())) {
                if (found.putIfAbsent(child.name().text(), child) == null) {
                    open.add(child.name().text());
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private Step<Draft> remove(BlockText block, List<Directive.Vm> instances) {
        Blocks blocks = new Blocks(tree);
        return Step.each(instances, each -> blocks.vm(each.name().text()))
                .map(
                        others -> {
                            List<BlockText> all = new ArrayList<>(List.of(block));
                            all.addAll(others);
                            return new Draft(tree.with(without(all)), said(all));
                        });
    }

    private static List<String> said(List<BlockText> blocks) {
        return blocks.stream()
                .map(each -> Lines.of(each.block().span()) + ": removed " + each.label())
                .toList();
    }

    private Map<String, SourceFile> without(List<BlockText> blocks) {
        Map<String, List<Span>> byFile = new LinkedHashMap<>();
        blocks.stream()
                .map(each -> each.block().span())
                .sorted(Comparator.comparingInt(Span::start))
                .forEach(
                        span ->
                                byFile.computeIfAbsent(span.file().name(), _ -> new ArrayList<>())
                                        .add(span));
        Map<String, SourceFile> files = new LinkedHashMap<>();
        byFile.forEach(
                (name, each) ->
                        files.put(name, SourceFile.of(name, rest(each.getFirst().file(), each))));
        return files;
    }

    private String rest(SourceFile file, List<Span> spans) {
        String text = file.text();
        StringBuilder rest = new StringBuilder(text.length());
        int copied = 0;
        for (Span span : spans) {
            rest.append(text, copied, Comments.above(text, Lines.start(text, span.start())));
            copied = Pieces.nextLine(file, span.end(), tree.vocabulary());
            boolean below = copied == text.length() || Lines.isBlank(text, copied);
            int blank = Lines.blankAtEnd(rest);
            if (below && blank < rest.length()) {
                rest.setLength(blank);
            } else if (below && rest.isEmpty() && copied < text.length()) {
                copied = Lines.next(text, copied);
            }
        }
        return rest.append(text, copied, text.length()).toString();
    }
}

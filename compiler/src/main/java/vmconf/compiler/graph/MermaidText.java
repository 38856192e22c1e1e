package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// A scene as a flow chart of Mermaid.
final class MermaidText {
    /// Mermaid's own bounds where nobody has changed its settings `maxEdges` and `maxTextSize`.
    private static final int MOST_LINES = 500;

    private static final int LONGEST = 50_000;

    private static final String ZERO_WIDTH = "#8203;";

    private final Scene scene;
    private final StringBuilder out = new StringBuilder(1 << 12);

    private MermaidText(Scene scene) {
        this.scene = scene;
    }

    static String of(Scene scene, String name) {
        return new MermaidText(scene).write(name);
    }

    /// @param text of the scene
    static Optional<String> caution(Scene scene, String text) {
        long lines =
                scene.families().stream()
                        .flatMap(Family::members)
                        .flatMap(vm -> scene.links(vm).stream())
                        .mapToLong(link -> link.nets().size())
                        .sum();
        long all = lines + scene.plan().vms().size() - scene.families().size();
        if (all > MOST_LINES) {
            return Optional.of(
                    all
                            + " lines, of which Mermaid draws "
                            + MOST_LINES
                            + " unless maxEdges is set");
        }
        return text.length() > LONGEST
                ? Optional.of(
                        text.length()
                                + " characters, of which Mermaid takes "
                                + LONGEST
                                + " unless maxTextSize is set")
                : Optional.empty();
    }

    private String write(String name) {
        out.append("---\ntitle: ").append(yaml(Shown.text(name))).append("\n---\n");
        out.append("flowchart LR\n");
        line("classDef disabled stroke-dasharray: 4 3");
        for (Net net : scene.nets()) {
            String label = label(List.of(net.name(), String.join(", ", net.facts())));
            line(net.id() + "([" + label + "])" + (net.enabled() ? "" : ":::disabled"));
        }
        scene.families().forEach(this::family);
        scene.families().stream().flatMap(Family::members).forEach(this::links);
        return out.toString();
    }

    private void family(Family family) {
        if (family.instances().isEmpty()) {
            vm(family.head());
            return;
        }
        String title = label(List.of(family.head().name() + " and its instances"));
        line("subgraph family" + family.head().id() + "[" + title + "]");
        family.members().forEach(this::vm);
        line("end");
    }

    private void vm(Vm vm) {
        List<String> lines = new ArrayList<>();
        lines.add(vm.name());
        lines.add(String.join(", ", VmText.traits(vm, scene.parentOf(vm))));
        VmText.images(vm).forEach(image -> lines.add(image.use().word() + " " + image.path()));
        for (Link link : scene.links(vm)) {
            List<String> words = new ArrayList<>();
            words.add(link.to());
            words.add(link.nic().lladdr());
            words.addAll(link.facts());
            lines.add(String.join(" ", words));
        }
        line("vm" + vm.id() + "[" + label(lines) + "]" + (vm.enabled() ? "" : ":::disabled"));
    }

    private void links(Vm vm) {
        scene.parentOf(vm).ifPresent(parent -> line("vm" + parent.id() + " -.-> vm" + vm.id()));
        for (Link link : scene.links(vm)) {
            link.nets().forEach(net -> line("vm" + vm.id() + " --- " + net.id()));
        }
    }

    private void line(String statement) {
        out.append("  ").append(statement).append('\n');
    }

    /// Lines of text in quotation marks.
    private static String label(List<String> lines) {
        StringBuilder label = new StringBuilder("\"");
        for (String line : lines) {
            if (!line.isEmpty()) {
                label.append(label.length() > 1 ? "<br/>" : "");
                Shown.text(line).codePoints().forEach(c -> append(label, c));
            }
        }
        return label.append('"').toString();
    }

    /// Everything that Mermaid, Markdown or HTML could take for more than text becomes a number.
    private static void append(StringBuilder label, int c) {
        if (c > '~' || Character.isLetterOrDigit(c) || " .,:/-_+".indexOf(c) >= 0) {
            label.appendCodePoint(c);
        } else {
            label.append('#').append(c).append(';');
        }
        if (c == '\\') {
            // Whatever follows, together they would be taken for a sign to break the line.
            label.append(ZERO_WIDTH);
        }
    }

    /// A string in YAML's double quotation marks.
    private static String yaml(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

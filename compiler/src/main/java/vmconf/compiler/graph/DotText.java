package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Vm;

/// A scene in the language of Graphviz: VMs as tables, a line from each interface to what it joins.
final class DotText {
    private final Scene scene;
    private final StringBuilder out = new StringBuilder(1 << 12);

    private DotText(Scene scene) {
        this.scene = scene;
    }

    static String of(Scene scene, String name) {
        return new DotText(scene).write(name);
    }

    private String write(String name) {
        out.append("graph vmconf {\n");
        line("graph [label=" + quoted(name) + ", labelloc=t, rankdir=LR, ranksep=2]");
        line("graph [fontname=\"Helvetica,Arial,sans-serif\", fontsize=16]");
        line("node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, shape=plain]");
        line("edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, penwidth=1.5]");
        scene.nets().forEach(this::net);
        scene.families().forEach(this::family);
        // Behind all subgraphs: a line within one would draw its other end into it.
        scene.families().stream().flatMap(Family::members).forEach(this::lines);
        return out.append("}\n").toString();
    }

    private void net(Net net) {
        String label =
                '"'
                        + unescaped(net.name())
                        + "\\n"
                        + unescaped(String.join(", ", net.facts()))
                        + '"';
        String colour = colour(net);
        String fill = net.enabled() ? colour + ", fontcolor=white" : "white, fontcolor=" + colour;
        String style = net.enabled() ? "rounded,filled" : "rounded,filled,dashed";
        line(
                net.id()
                        + " [shape=box, style=\"%s\", color=%s, fillcolor=%s, label=%s]"
                                .formatted(style, colour, fill, label));
    }

    private static String colour(Net net) {
        return quoted(Palette.paint(net));
    }

    private void family(Family family) {
        if (family.instances().isEmpty()) {
            vm(family.head());
            return;
        }
        String head = family.head().name();
        line("subgraph cluster_vm" + family.head().id() + " {");
        line("label=" + quoted(head + " and its instances") + "; fontsize=11; style=rounded");
        family.members().forEach(this::vm);
        line("}");
    }

    private void vm(Vm vm) {
        line("vm" + vm.id() + " [label=<" + table(vm) + ">]");
    }

    private void lines(Vm vm) {
        String id = "vm" + vm.id();
        List<Link> links = scene.links(vm);
        for (int i = 0; i < links.size(); i++) {
            for (Net net : links.get(i).nets()) {
                line(id + ":nic" + i + " -- " + net.id() + " [color=" + colour(net) + "]");
            }
        }
        scene.parentOf(vm)
                .ifPresent(
                        parent ->
                                line(
                                        "vm%d -- %s [style=dashed, color=gray50, dir=forward, constraint=false]"
                                                .formatted(parent.id(), id)));
    }

    private String table(Vm vm) {
        List<Link> links = scene.links(vm);
        StringBuilder table = new StringBuilder();
        table.append("<table cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\" style=\"");
        table.append(vm.enabled() ? "rounded\">" : "rounded,dashed\">");
        row(table, "", vm.name().isEmpty() ? "" : "<b>" + escaped(vm.name()) + "</b>");
        row(table, "", escaped(String.join(", ", VmText.traits(vm, scene.parentOf(vm)))));
        for (VmText.Image image : VmText.images(vm)) {
            row(table, "", escaped(image.use().word() + " " + image.path()));
        }
        for (int i = 0; i < links.size(); i++) {
            List<String> words = new ArrayList<>();
            words.add(links.get(i).to());
            words.add(links.get(i).nic().lladdr());
            words.addAll(links.get(i).facts());
            row(table, " port=\"nic" + i + "\"", escaped(String.join(" ", words)));
        }
        return table.append("</table>").toString();
    }

    /// An empty row is none, as Graphviz wants it.
    private static void row(StringBuilder table, String attributes, String text) {
        if (!text.isEmpty()) {
            table.append("<tr><td align=\"left\"").append(attributes).append('>');
            table.append(text).append("</td></tr>");
        }
    }

    private void line(String statement) {
        out.append("  ").append(statement).append('\n');
    }

    private static String quoted(String text) {
        return '"' + unescaped(text) + '"';
    }

    /// Text within quotation marks, in which Graphviz finds no escapes.
    private static String unescaped(String text) {
        return Shown.text(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /// Text in a label in angle brackets.
    private static String escaped(String text) {
        return Shown.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\\", "&#92;&#92;");
    }
}

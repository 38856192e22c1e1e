package vmconf.compiler.why;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Provenance;
import vmconf.plan.Provenance.MacroUse;
import vmconf.plan.Provenance.Place;

/// The road of one value, as lines for people.
final class Chain {
    private static final String INDENT = "    ";
    private static final String SOURCE = "        ";

    private Chain() {}

    static List<String> lines(Provenance source) {
        List<String> lines = new ArrayList<>();
        parents(source, lines);
        source.switchName()
                .ifPresent(name -> lines.add(INDENT + "taken over from switch \"" + name + "\""));
        source.at().ifPresent(at -> place(at, "written here", lines));
        source.rule().ifPresent(rule -> lines.add(INDENT + source.from().word() + ": " + rule));
        for (MacroUse macro : source.macros()) {
            macro(macro, lines);
        }
        for (Place include : source.includedFrom()) {
            place(include, "included here", lines);
        }
        return lines;
    }

    private static void parents(Provenance source, List<String> lines) {
        if (!source.parents().isEmpty()) {
            lines.add(
                    INDENT
                            + "taken over from vm \""
                            + String.join("\", which takes it over from vm \"", source.parents())
                            + "\"");
        }
    }

    private static void macro(MacroUse macro, List<String> lines) {
        macro.definition()
                .ifPresentOrElse(
                        at -> place(at, "macro \"" + macro.name() + "\" is defined here", lines),
                        () ->
                                lines.add(
                                        INDENT
                                                + "macro \""
                                                + macro.name()
                                                + "\" is from the command line"));
    }

    private static void place(Place at, String what, List<String> lines) {
        lines.add(INDENT + at.file() + ":" + at.line() + ":" + at.column() + ": " + what);
        lines.add(SOURCE + at.text());
    }
}

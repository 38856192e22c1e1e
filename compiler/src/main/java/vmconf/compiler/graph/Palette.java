package vmconf.compiler.graph;

import java.util.List;

/// The colours of nets. When there are more switches than colours, these come again.
final class Palette {
    /// By day; those by night are in the [Stylesheet].
    private static final List<String> PAINTS =
            List.of("#0b63c4", "#0f766e", "#7c3aed", "#9a5b00", "#be185d", "#3f7a1f", "#b93815");

    private static final String LOCAL = "#4a5a70";

    private Palette() {}

    /// The class that gives a net's colour in SVG.
    static String style(Net net) {
        return switch (net) {
            case Net.Bridge(var number, _) -> "n" + (number - 1) % PAINTS.size();
            case Net.Local _ -> "nl";
        };
    }

    /// The colour itself, as `#rrggbb`.
    static String paint(Net net) {
        return switch (net) {
            case Net.Bridge(var number, _) -> PAINTS.get((number - 1) % PAINTS.size());
            case Net.Local _ -> LOCAL;
        };
    }
}

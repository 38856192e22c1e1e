package vmconf.compiler.graph;

import java.util.Locale;

/// What a picture is written as.
public enum GraphFormat {
    /// laid out, for browsers and documents
    SVG,
    /// for Graphviz, which lays it out
    DOT,
    /// for Mermaid, which lays it out where Markdown is shown
    MERMAID,
    ;

    /// The word for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

/// Plans as pictures: who joins what, as SVG, for Graphviz and for Mermaid.
///
/// In goes a plan, perhaps with its provenance, out comes text. Imports `vmconf.plan`, and of
/// `value` and `diagnostic` how sizes and characters are shown. The layout library stays in
/// `NetLayout`.
@NullMarked
package vmconf.compiler.graph;

import org.jspecify.annotations.NullMarked;

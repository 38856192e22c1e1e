/// Carries a plan to where something else than vmd executes it.
///
/// In goes a plan and an [vmconf.compiler.export.Exporter], which brings a table that says what
/// becomes of each key there; out come files, what is lost with the places that asked for it, and
/// a report. Each target is a package of its own below this one. Imports `vmconf.plan`.
@NullMarked
package vmconf.compiler.export;

import org.jspecify.annotations.NullMarked;

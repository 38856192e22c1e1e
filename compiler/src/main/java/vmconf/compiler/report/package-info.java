/// Findings written down, in the format that a reader or a tool wants.
///
/// In go checked files and a [vmconf.compiler.report.Format], out comes text. Imports
/// `vmconf.source` and `vmconf.compiler.diagnostic`.
@NullMarked
package vmconf.compiler.report;

import org.jspecify.annotations.NullMarked;

/// What is named in a configuration, and where: macros, VMs, switches, included files.
///
/// In goes an analysis, out comes its [vmconf.lsp.index.Index] of all
/// [occurrences][vmconf.lsp.index.Occurrence]. Imports `vmconf.lsp.workspace`,
/// `vmconf.lsp.document` and the compiler.
@NullMarked
package vmconf.lsp.index;

import org.jspecify.annotations.NullMarked;

/// Changes of the text: layout, renaming, code actions.
///
/// In goes a [vmconf.lsp.workspace.Question], out come edits, which are made by the compiler's own
/// editors wherever it has one. Imports `vmconf.lsp.diagnostics`, `vmconf.lsp.index` and what is
/// below them.
@NullMarked
package vmconf.lsp.edits;

import org.jspecify.annotations.NullMarked;

/// What is open, what it includes, and what it means.
///
/// In go open documents, workspace folders and the target; out come immutable
/// [vmconf.lsp.workspace.Snapshot]s and the [vmconf.lsp.workspace.Analysis] of every root in them.
/// Imports `vmconf.lsp.document` and the compiler.
@NullMarked
package vmconf.lsp.workspace;

import org.jspecify.annotations.NullMarked;

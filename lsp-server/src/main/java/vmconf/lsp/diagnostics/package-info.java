/// Findings as the protocol's diagnostics, told to the client or asked for by it.
///
/// In goes a view of the workspace, out come diagnostics by file. Imports `vmconf.lsp.workspace`,
/// `vmconf.lsp.document` and the compiler.
@NullMarked
package vmconf.lsp.diagnostics;

import org.jspecify.annotations.NullMarked;

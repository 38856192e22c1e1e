/// What may be written at a place.
///
/// In goes a [vmconf.lsp.workspace.Question], out come completion items and the signature of the
/// directive that is being written. Imports `vmconf.lsp.index`, `vmconf.lsp.hover` (for
/// documentation) and what is below them.
@NullMarked
package vmconf.lsp.completion;

import org.jspecify.annotations.NullMarked;

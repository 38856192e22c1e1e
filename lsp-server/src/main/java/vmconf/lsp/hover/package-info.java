/// What stands at a place, and where its value comes from.
///
/// In goes a [vmconf.lsp.workspace.Question], out comes Markdown. Imports `vmconf.lsp.index` and
/// what is below it.
@NullMarked
package vmconf.lsp.hover;

import org.jspecify.annotations.NullMarked;

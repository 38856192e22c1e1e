/// The ways from a name to where it is defined and used.
///
/// In goes a [vmconf.lsp.workspace.Question], out come places, the hierarchies of includes and
/// instances, and links. Imports `vmconf.lsp.index` and what is below it.
@NullMarked
package vmconf.lsp.navigation;

import org.jspecify.annotations.NullMarked;

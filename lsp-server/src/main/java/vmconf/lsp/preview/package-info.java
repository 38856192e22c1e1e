/// What a root comes to, for people to look at: its plan, one of its VMs, a picture, and the same
/// of a committed version.
///
/// In goes the analysis of a root, out come texts that clients show beside it. Imports
/// `vmconf.lsp.workspace` and the compiler.
@NullMarked
package vmconf.lsp.preview;

import org.jspecify.annotations.NullMarked;

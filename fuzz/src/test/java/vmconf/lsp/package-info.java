/// Fuzzing of the language server, in the package of what reads messages.
@NullMarked
package vmconf.lsp;

import org.jspecify.annotations.NullMarked;

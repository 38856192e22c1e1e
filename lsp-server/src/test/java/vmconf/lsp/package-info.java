/// Tests that talk to the whole server, as an editor does.
@NullMarked
package vmconf.lsp;

import org.jspecify.annotations.NullMarked;

/// The language server: main, the session with one client, and the dispatch of its messages.
///
/// In go messages of the protocol on standard input, out go answers and diagnostics on standard
/// output. Imports the packages below it; none of them imports this one.
@NullMarked
package vmconf.lsp;

import org.jspecify.annotations.NullMarked;

/// One class per method of the protocol.
///
/// In go a [vmconf.lsp.feature.Question] (a place in a document, with the snapshot and the analysis
/// it was asked about) or an analysis; out come results in terms of the protocol. Imports
/// `vmconf.lsp.workspace`, `vmconf.lsp.document` and the compiler.
@NullMarked
package vmconf.lsp.feature;

import org.jspecify.annotations.NullMarked;

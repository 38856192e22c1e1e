/// The shape of a document: its symbols, blocks, tokens.
///
/// In goes a document with its analysis, out come outlines, folding and selection ranges, and
/// semantic tokens. Imports `vmconf.lsp.index` and what is below it.
@NullMarked
package vmconf.lsp.symbols;

import org.jspecify.annotations.NullMarked;

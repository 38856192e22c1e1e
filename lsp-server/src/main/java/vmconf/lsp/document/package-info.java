/// Text of open documents.
///
/// In go the texts and edits that the client sends, with positions in its encoding; out come
/// immutable [vmconf.lsp.document.Document]s and offsets. Imports nothing of the project.
@NullMarked
package vmconf.lsp.document;

import org.jspecify.annotations.NullMarked;

/// What is shown between the lines of a text: values that nobody wrote, users of a block, other
/// forms.
///
/// In goes a document with its analysis, out come inlay hints, code lenses, inline values and the
/// expanded text. Imports `vmconf.lsp.index` and what is below it.
@NullMarked
package vmconf.lsp.hints;

import org.jspecify.annotations.NullMarked;

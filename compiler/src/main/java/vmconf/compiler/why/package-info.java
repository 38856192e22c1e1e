/// Tells where values of a plan come from.
///
/// In goes a plan that says where its values came from, and words that name values; out comes the
/// chain of each: the place in the file, the macro, the includes, the parents. Imports
/// `vmconf.plan` and, to suggest words, `syntax`.
@NullMarked
package vmconf.compiler.why;

import org.jspecify.annotations.NullMarked;

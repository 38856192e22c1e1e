/// Everything that is made from grammar and schema while the project is built.
///
/// In go the parser's vocabulary and the schema's records; out go Java data (JavaPoet), the
/// TextMate grammar and the tables of the manual. Imports `vmconf.grammar` and
/// `vmconf.grammar.schema`. Generated code is data only.
@NullMarked
package vmconf.grammar.codegen;

import org.jspecify.annotations.NullMarked;

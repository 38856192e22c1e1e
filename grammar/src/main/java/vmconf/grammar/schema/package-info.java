/// The schema of vm.conf's directives as records.
///
/// In goes `vmconf.schema.yaml`, out go a [Schema] and its entries, checked for shape. Imports no
/// other package of the project. Used while the project is built: the running programs carry
/// generated Java instead.
@NullMarked
package vmconf.grammar.schema;

import org.jspecify.annotations.NullMarked;

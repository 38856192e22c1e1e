/// Plans as a vm.conf without macros, includes and instances.
///
/// In goes a plan; out come lines that mean the same to OpenBSD's vmd or to our own runtime, each
/// with the value that it is about. Imports `syntax` for quotes, and the shape of exporters.
@NullMarked
package vmconf.compiler.export.conf;

import org.jspecify.annotations.NullMarked;

/// Plans as a vm.conf without macros, includes and instances, and what else of an OpenBSD host
/// belongs to them.
///
/// In goes a plan; out come vm.conf, `hostname.if` files and lines for pf, sysctl and rc. What is
/// written is read again by the compiler for the release in question: what that refuses, or what
/// would mean something else, is refused here. Imports the façade of the compiler, `syntax` for
/// quotes, and the shape of exporters.
@NullMarked
package vmconf.compiler.export.openbsd;

import org.jspecify.annotations.NullMarked;

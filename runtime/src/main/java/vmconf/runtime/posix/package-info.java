/// The only place that speaks to the C library.
///
/// In go names of devices and interfaces; out come small closable things (a pseudo terminal, a
/// packet socket, a file opened with another user's rights) and answers to questions the JDK cannot
/// ask (is this KVM usable, which groups is a user in). This package
/// imports no sibling, and no jnr-ffi type leaves it. It is loaded by the daemon alone: binding the
/// C library costs a few hundred milliseconds that `vmctl` need not pay.
@NullMarked
package vmconf.runtime.posix;

import org.jspecify.annotations.NullMarked;

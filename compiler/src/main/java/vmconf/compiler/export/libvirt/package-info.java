/// Domains, networks and scripts for libvirt.
///
/// In goes a plan, out come a domain XML for each VM, a network XML for each switch that is enabled
/// and for the local interfaces, and scripts that define and start them. Imports `vmconf.plan` and
/// the shape of exporters.
@NullMarked
package vmconf.compiler.export.libvirt;

import org.jspecify.annotations.NullMarked;

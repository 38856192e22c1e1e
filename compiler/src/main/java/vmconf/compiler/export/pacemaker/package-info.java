/// Machines for a cluster of hosts with Pacemaker and libvirt.
///
/// In goes a plan, out come the domains and networks of `libvirt`, the part of a CIB (cluster
/// information base, Pacemaker's configuration) that places, starts and recovers the domains, and
/// scripts that look at a node, make it ready, and put the machines into the cluster. Imports
/// `vmconf.plan`, the shape of exporters, `libvirt` and XML.
@NullMarked
package vmconf.compiler.export.pacemaker;

import org.jspecify.annotations.NullMarked;

/// What a Linux host needs for this project's own vmd to run a plan: bridges, addresses'
/// translation, kernel settings, accounts, and a unit of systemd.
///
/// In goes a plan; out come the plan, files for systemd and ifupdown, rules for nftables, and a
/// script that puts everything in its place. Imports `vmconf.plan` and the shape of exporters.
@NullMarked
package vmconf.compiler.export.linux;

import org.jspecify.annotations.NullMarked;

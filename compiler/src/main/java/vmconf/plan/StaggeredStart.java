package vmconf.plan;

import java.util.Optional;

/// Enabled VMs start in groups, in file order.
///
/// @param parallel VMs per group; absent: as many as the host has processors online
/// @param delay seconds between two groups
public record StaggeredStart(Optional<Long> parallel, long delay) {

    /// vmd's default, `vmd-runtime` section 9: a group per 30 seconds.
    public static final StaggeredStart DEFAULT = new StaggeredStart(Optional.empty(), 30);
}

package vmconf.plan;

import java.util.Optional;

/// When an enabled VM starts, seen from the start of vmd (`vmd-runtime` section 9).
///
/// @param order place among the enabled VMs in file order, from 1
/// @param wave the group it starts with, from 1; absent where groups have as many VMs as the host
/// has processors
/// @param after seconds from the start of the first group; absent like `wave`
public record Start(int order, Optional<Integer> wave, Optional<Long> after) {

    /// The start of an enabled VM.
    ///
    /// @param order from 1
    public static Start of(int order, StaggeredStart staggered) {
        Optional<Integer> wave =
                staggered
                        .parallel()
                        .map(parallel -> (int) ((order - 1) / Math.max(1, parallel)) + 1);
        return new Start(order, wave, wave.map(each -> (each - 1) * staggered.delay()));
    }
}

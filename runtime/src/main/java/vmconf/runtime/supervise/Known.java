package vmconf.runtime.supervise;

import java.util.Map;

/// What one daemon leaves to the next, whether guests run or not.
///
/// @param generation number of the newest one
/// @param ids numbers of VMs by name, also of VMs that have gone; no two alike
public record Known(int generation, Map<String, Integer> ids) {
    /// What the first daemon of all knows.
    public static final Known NOTHING = new Known(0, Map.of());

    public Known {
        ids = Map.copyOf(ids);
    }
}

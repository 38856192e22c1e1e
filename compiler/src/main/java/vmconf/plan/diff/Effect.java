package vmconf.plan.diff;

import java.util.Locale;

/// What a change means for what runs, from the mildest to the strongest.
public enum Effect {
    /// Nothing that runs depends on the value itself.
    NONE,
    /// It holds at once, and nothing stops.
    LIVE,
    /// It holds when the VM or vmd starts the next time; until then nothing is amiss.
    NEXT_START,
    /// A VM that runs keeps the old value until it is stopped and started.
    RESTART,
    /// Another machine takes the place of the old one, which has to be stopped; what is installed
    /// in it, or known about it, may not fit any more.
    RECREATE,
    /// It did not exist.
    ADD,
    /// It will not exist.
    REMOVE,
    ;

    /// The word for people and tools: `next-start`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

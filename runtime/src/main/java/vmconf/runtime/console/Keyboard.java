package vmconf.runtime.console;

import java.util.Optional;

/// Lets one of many type at a time: the first who is there, until he leaves. Callable by any
/// thread.
public final class Keyboard {
    private Optional<Viewer> holder = Optional.empty();

    /// Whether the viewer may type. When nobody else does, he has it from now on.
    public synchronized boolean isOf(Viewer viewer) {
        holder = holder.or(() -> Optional.of(viewer));
        return holder.filter(viewer::equals).isPresent();
    }

    public synchronized boolean isFree() {
        return holder.isEmpty();
    }

    /// Does nothing when another one has it.
    public synchronized void leave(Viewer viewer) {
        holder = holder.filter(each -> !each.equals(viewer));
    }
}

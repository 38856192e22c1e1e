package vmconf.runtime.supervise;

import vmconf.plan.Vm;

/// What an earlier daemon left of one VM.
sealed interface Legacy {
    /// As it was defined when its guest started.
    Vm vm();

    /// Its guest runs.
    ///
    /// @param paused its processors stand still
    record Running(Live live, boolean paused) implements Legacy {
        @Override
        public Vm vm() {
            return live.vm();
        }
    }

    /// Its guest has gone, and nothing of it is left.
    record Ended(Vm vm, Ending ending) implements Legacy {}
}

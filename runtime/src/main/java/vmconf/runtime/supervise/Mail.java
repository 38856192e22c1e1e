package vmconf.runtime.supervise;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vmconf.plan.Vm;

/// What the mailbox thread of a supervisor finds.
sealed interface Mail {
    record News(Event event, Optional<Live> live) implements Mail {}

    /// The VM is another one from the next start on.
    ///
    /// @param taken whether it holds
    record Definition(Vm vm, CompletableFuture<Boolean> taken) implements Mail {}

    /// The VM is not wanted any more.
    ///
    /// @param heard whether its guest has to end first
    record Dismissal(CompletableFuture<Boolean> heard) implements Mail {}
}

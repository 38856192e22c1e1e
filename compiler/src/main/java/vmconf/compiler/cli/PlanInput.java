package vmconf.compiler.cli;

import java.util.Optional;
import vmconf.compiler.expand.Config;
import vmconf.plan.Plan;

/// What came of an operand that stands for a plan.
sealed interface PlanInput {
    /// A plan to work on.
    ///
    /// @param name what to call the file in messages
    /// @param config what was compiled to the plan; absent where the operand is a plan itself
    record Ready(String name, Plan plan, Optional<Config> config) implements PlanInput {}

    /// A vm.conf with errors; they are on standard error already.
    ///
    /// @param name what to call the file in messages
    record Faulty(String name) implements PlanInput {}

    /// Neither a vm.conf that can be read nor a plan; a sentence says why.
    record Unusable(String reason) implements PlanInput {}
}

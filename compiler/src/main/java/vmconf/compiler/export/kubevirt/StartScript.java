package vmconf.compiler.export.kubevirt;

import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.StartOrder;
import vmconf.plan.Plan;

/// The script that starts the machines one after the other. The strategy is changed, as `virtctl
/// start` would make it Always, by which a machine that has shut itself down is started again.
final class StartScript {
    private StartScript() {}

    static String of(Plan plan, String file) {
        String head =
                """
                #!/bin/sh
                # Starts the machines of %s, in their order and at their pace; needs kubectl.
                set -u
                kubectl=${KUBECTL:-kubectl}
                failed=0
                """
                        .formatted(OneLine.of(file));
        return head
                + StartOrder.of(
                        plan,
                        "$kubectl patch --type merge -p '{\"spec\":{\"runStrategy\":\"%s\"}}' virtualmachine"
                                .formatted(Machine.STARTED),
                        vm -> ObjectNames.of(vm.name()).orElseThrow())
                + "exit $failed\n";
    }
}

package vmconf.compiler.export;

import java.util.function.Function;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// Lines of a script that start VMs in the order and at the pace of vmd. They set `failed` to 1
/// when one does not start.
public final class StartOrder {
    private StartOrder() {}

    /// A line for each VM, and what they need. Names in them are those of files, which a shell
    /// takes as they are.
    ///
    /// @param command what starts the VM whose name is its last argument, as a shell reads it
    public static String of(Plan plan, String command) {
        return of(plan, command, Vm::name);
    }

    /// The same where VMs have other names.
    ///
    /// @param names those of files, too
    public static String of(Plan plan, String command, Function<Vm, String> names) {
        StringBuilder text = new StringBuilder();
        String parallel = plan.staggeredStart().parallel().map(String::valueOf).orElse("$(nproc)");
        text.append("parallel=").append(parallel).append('\n');
        text.append("delay=").append(plan.staggeredStart().delay()).append('\n');
        text.append(
                """
                started=0

                start() {
                    if [ "$started" -ge "$parallel" ]; then
                        sleep "$delay"
                        started=0
                    fi
                    started=$((started + 1))
                    %s "$1" || failed=1
                }

                """
                        .formatted(command));
        for (int i = 0; i < plan.vms().size(); i++) {
            Vm vm = plan.vms().get(i);
            String place = Places.comment(plan, "/vms/" + i);
            text.append(vm.enabled() ? "start " : "# disabled: ").append(names.apply(vm));
            text.append(place.isEmpty() ? "" : "  # " + place.substring(2)).append('\n');
        }
        return text.toString();
    }
}

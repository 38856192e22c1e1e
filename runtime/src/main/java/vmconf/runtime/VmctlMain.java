package vmconf.runtime;

import java.util.List;
import vmconf.compiler.Breakdown;
import vmconf.runtime.vmctl.Vmctl;

/// The `vmctl` command.
public final class VmctlMain {
    private VmctlMain() {}

    public static void main(String[] arguments) {
        int status = run(List.of(arguments));
        System.out.flush();
        System.exit(status);
    }

    private static int run(List<String> arguments) {
        try {
            return Vmctl.ofProcess(new Unattended()).run(arguments);
        } catch (RuntimeException | StackOverflowError e) {
            System.err.println(Breakdown.report("vmctl", e));
            return 1;
        }
    }
}

package vmconf.runtime;

import java.util.List;
import vmconf.runtime.vmctl.Vmctl;

/// The `vmctl` command.
public final class VmctlMain {
    private VmctlMain() {}

    public static void main(String[] arguments) {
        int status = Vmctl.ofProcess(new Unattended()).run(List.of(arguments));
        System.out.flush();
        System.exit(status);
    }
}

package vmconf.runtime.vmctl;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.runtime.protocol.VmView;

/// The table of `vmctl status`, byte for byte the original's.
final class StatusTable {
    private static final int LONGEST_OWNER = 15;
    private static final String DEVICES = "/dev/";

    private StatusTable() {}

    static String of(List<VmView> vms) {
        String header =
                line("ID", "PID", "VCPUS", "MAXMEM", "CURMEM", "TTY", "OWNER", "STATE", "NAME");
        return Stream.concat(Stream.of(header), vms.stream().map(StatusTable::row))
                .collect(Collectors.joining());
    }

    private static String row(VmView vm) {
        String owner = vm.owner();
        return line(
                vm.id(),
                vm.pid().map(String::valueOf).orElse("-"),
                vm.vcpus(),
                ScaledSize.of(vm.maxmem()),
                vm.curmem().map(ScaledSize::of).orElse("-"),
                vm.tty().map(StatusTable::withoutFolder).orElse("-"),
                owner.substring(0, Math.min(LONGEST_OWNER, owner.length())),
                state(vm),
                vm.name());
    }

    /// The original knows no state between `waiting` and `running`.
    private static String state(VmView vm) {
        return vm.state().equals("starting") ? "waiting" : vm.state();
    }

    private static String withoutFolder(String tty) {
        return tty.startsWith(DEVICES) ? tty.substring(DEVICES.length()) : tty;
    }

    private static String line(Object... fields) {
        return String.format(Locale.ROOT, "%5s %5s %5s %7s %7s %7s %12s %8s %s%n", fields);
    }
}

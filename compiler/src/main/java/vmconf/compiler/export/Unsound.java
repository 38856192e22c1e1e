package vmconf.compiler.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What no vm.conf gives: a plan may be a file, in which somebody has written anything. No target
/// has to think of it.
final class Unsound {
    private static final Pattern LLADDR = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final Pattern BRIDGE = Pattern.compile("(bridge|veb)[0-9]{1,10}");
    private static final Pattern OCTET =
            Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
    private static final int OCTETS = 4;
    private static final int MOST = 4;
    private static final int LONGEST_NAME = 63;

    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Unsound() {}

    static List<Remark> of(Plan plan) {
        Unsound unsound = new Unsound();
        unsound.check(isPrefix(plan.local().prefix()), "/local/prefix", "no network");
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            boolean bridge = BRIDGE.matcher(each.bridge()).matches();
            unsound.check(bridge, "/switches/" + i + "/interface", "no bridge");
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            unsound.vm(plan.vms().get(i), "/vms/" + i);
        }
        return unsound.remarks;
    }

    private void check(boolean sound, String pointer, String what) {
        if (!sound) {
            remarks.add(Remark.of(pointer, Fate.REFUSED, "it is " + what + " of a vm.conf"));
        }
    }

    private void vm(Vm vm, String pointer) {
        boolean plain = Names.isPlain(vm.name()) && vm.name().length() <= LONGEST_NAME;
        check(plain && names.add(vm.name()), pointer + "/name", "no name, or no name by itself,");
        check(vm.memory() > 0, pointer + "/memory", "no size");
        check(vm.cpus() > 0, pointer + "/cpus", "no number");
        check(
                vm.disks().size() <= MOST,
                pointer + "/disks/" + MOST + "/path",
                "one more than those");
        for (int i = 0; i < vm.interfaces().size(); i++) {
            nic(vm.interfaces().get(i), pointer + "/interfaces/" + i);
        }
    }

    private void nic(Interface nic, String pointer) {
        check(LLADDR.matcher(nic.lladdr()).matches(), pointer + "/lladdr", "no address");
        if (nic.local().isPresent()) {
            LocalAddress local = nic.local().get();
            check(isAddress(local.host()), pointer + "/local/host", "no address");
            check(isAddress(local.guest()), pointer + "/local/guest", "no address");
        }
    }

    private static boolean isPrefix(String prefix) {
        int slash = prefix.indexOf('/');
        return slash > 0
                && isAddress(prefix.substring(0, slash))
                && prefix.substring(slash + 1).matches("[1-9]|1[0-6]");
    }

    private static boolean isAddress(String dotted) {
        String[] octets = dotted.split("\\.", -1);
        if (octets.length != OCTETS) {
            return false;
        }
        for (String each : octets) {
            if (!OCTET.matcher(each).matches()) {
                return false;
            }
        }
        return true;
    }
}
